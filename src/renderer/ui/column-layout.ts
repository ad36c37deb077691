/** Which columns of a table are shown, in which order and how wide: what whoever looks at it has arranged. */
export interface ColumnLayout {
  /** Columns left out come after, in their usual order. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  /** CSS pixels, for the columns somebody made wider or narrower; the others share the room. */
  readonly widths: Readonly<Record<string, number>>;
}

export const USUAL_LAYOUT: ColumnLayout = { order: [], hidden: [], widths: {} };

export const NARROWEST_PX = 40;
export const WIDEST_PX = 1_200;
/** One press of a key. */
export const WIDTH_STEP_PX = 16;

/** All the columns, shown or not, in the order of the layout. The first one stays first: it says whose row it is. */
export function columnOrder(ids: readonly string[], { order }: ColumnLayout): readonly string[] {
  const [first, ...others] = ids;
  if (first === undefined) return [];
  const placed = order.filter((id) => others.includes(id));
  return [first, ...placed, ...others.filter((id) => !placed.includes(id))];
}

export function shownColumns(ids: readonly string[], layout: ColumnLayout): readonly string[] {
  return columnOrder(ids, layout).filter((id, place) => place === 0 || !layout.hidden.includes(id));
}

/** A column moved past its neighbour among those given: the shown ones, or all of them. The first never moves. */
export function withMoved(
  layout: ColumnLayout,
  { ids, among, id, step }: { ids: readonly string[]; among: readonly string[]; id: string; step: -1 | 1 },
): ColumnLayout {
  const neighbour = among[among.indexOf(id) + step];
  const order = columnOrder(ids, layout);
  if (neighbour === undefined || id === order[0] || neighbour === order[0]) return layout;
  const rest = order.filter((other) => other !== id);
  const place = rest.indexOf(neighbour) + (step === 1 ? 1 : 0);
  return { ...layout, order: rest.toSpliced(place, 0, id) };
}

export function withShown(layout: ColumnLayout, id: string, isShown: boolean): ColumnLayout {
  const hidden = layout.hidden.filter((other) => other !== id);
  return { ...layout, hidden: isShown ? hidden : [...hidden, id] };
}

/** A width in whole pixels within reason; null gives the column its share of the room again. */
export function withWidth(layout: ColumnLayout, id: string, width: number | null): ColumnLayout {
  const others = Object.entries(layout.widths).filter(([other]) => other !== id);
  if (width === null) return { ...layout, widths: Object.fromEntries(others) };
  const px = Math.max(NARROWEST_PX, Math.min(WIDEST_PX, Math.round(width)));
  return { ...layout, widths: { ...Object.fromEntries(others), [id]: px } };
}
