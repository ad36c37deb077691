/** How a sheet leaves, or waits. */
export type SheetWay = 'print' | 'pdf' | 'photograph' | 'keep';

/**
 * Those that make sense, the likeliest first. By telephone or in a video call nobody photographs a screen nor takes a page
 * with them: the sheet is kept, and it is said how it reached them. Nothing new is kept in a closed file.
 */
export function sheetWays(file: { readonly isApart: boolean; readonly isClosed: boolean }): readonly SheetWay[] {
  const kept: readonly SheetWay[] = file.isClosed ? [] : ['keep'];
  return file.isApart ? [...kept, 'print', 'pdf'] : ['print', 'pdf', 'photograph', ...kept];
}
