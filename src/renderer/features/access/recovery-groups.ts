/** A code de secours is read and typed in groups: what separates them, and the case of letters, do not count. */

/** The groups of a code, as they are shown. */
export function groupsOf(code: string): readonly string[] {
  return code.split('-');
}

/** Whether what was typed again is that group; signs that look alike are one, as when the code is used. */
export function isSameGroup(typed: string, group: string): boolean {
  return plain(typed) === plain(group);
}

/** The group that is asked again, by its place: any of them, so that all have to be at hand. */
export function drawnGroup(count: number, draw: () => number): number {
  return Math.min(count - 1, Math.floor(draw() * count));
}

function plain(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
