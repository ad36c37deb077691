import type { PortfolioColumns, PortfolioFilters, SavedPortfolioView } from './portfolio-view.schema.ts';

export const NO_FILTERS: PortfolioFilters = {
  quick: null,
  occupation: null,
  place: null,
  modality: null,
  tagIds: [],
  lastContact: 'any',
  appointment: 'any',
};

export const USUAL_COLUMNS: PortfolioColumns = { hidden: ['modality', 'tags', 'since'], order: [], widths: {} };

/** The portfolio as whoever opens it for the first time sees it. */
export const USUAL_VIEW: SavedPortfolioView = {
  text: '',
  filters: NO_FILTERS,
  sort: { column: 'person', direction: 'asc' },
  columns: USUAL_COLUMNS,
};
