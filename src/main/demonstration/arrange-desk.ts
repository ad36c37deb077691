import { NO_FILTERS, USUAL_VIEW } from '../../shared/domain/case-file/usual-view.ts';
import type { SavedPortfolioView } from '../../shared/domain/case-file/portfolio-view.schema.ts';
import { uuidV7 } from '../../shared/kernel/ids.ts';
import type { Cases } from '../case-file/cases.use-cases.ts';
import { DEMONSTRATION_TAGS } from './draw-tags.ts';

const [, IMMERSION] = DEMONSTRATION_TAGS;

const VIEWS: readonly { readonly name: string; readonly view: SavedPortfolioView }[] = [
  {
    name: 'Immersions à proposer',
    view: {
      ...USUAL_VIEW,
      filters: { ...NO_FILTERS, tagIds: [IMMERSION.id] },
      columns: { hidden: ['leads'], order: [], widths: {} },
    },
  },
  {
    name: 'Renforcés à rappeler',
    view: {
      ...USUAL_VIEW,
      filters: { ...NO_FILTERS, quick: 'overdue', modality: 'reinforced' },
      sort: { column: 'lastContact', direction: 'asc' },
    },
  },
];

/** The list of tags of the agency: before any file wears one. */
export function nameTags({ tags }: Pick<Cases, 'tags'>, now: number): void {
  DEMONSTRATION_TAGS.forEach(({ id, name }, index) => {
    tags.add({ commandId: idOf(now, index), tagId: id, name });
  });
}

/** What one advisor looks at often. */
export function saveViews({ views }: Pick<Cases, 'views'>, now: number): void {
  VIEWS.forEach(({ name, view }, index) => {
    const id = idOf(now, DEMONSTRATION_TAGS.length + index);
    views.save({ commandId: id, viewId: id, name, view, baseRevision: 0 });
  });
}

/** The same day gives the same demonstration. */
function idOf(now: number, number: number): string {
  return uuidV7(
    now,
    Uint8Array.from({ length: 10 }, (_, byte) => (byte === 9 ? number : 0xd0)),
  );
}
