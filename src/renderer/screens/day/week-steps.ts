/** Where an arrow leads in a week: along its meetings, or aside to the day before or after that has some. */
type Days = readonly (readonly string[])[];

/** The identifier of the meeting that the key leads to; null where it leads nowhere. */
export function weekStep(days: Days, from: string, key: string): string | null {
  const all = days.flat();
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  if (key === 'ArrowDown') return all[all.indexOf(from) + 1] ?? null;
  if (key === 'ArrowUp') return all[all.indexOf(from) - 1] ?? null;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const filled = days.filter((day) => day.length > 0);
  const column = filled.findIndex((day) => day.includes(from));
  const aside = filled[column + (key === 'ArrowRight' ? 1 : -1)];
  return aside?.[filled[column]?.indexOf(from) ?? 0] ?? aside?.at(-1) ?? null;
}
