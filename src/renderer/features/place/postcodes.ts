const SHOWN = 3;

/** A few postcodes of a commune, the one being typed first: Paris has twenty. */
export function postcodesText(postcodes: readonly string[], typed: string): string {
  const first = postcodes.filter((postcode) => typed !== '' && postcode.startsWith(typed));
  const ordered = [...new Set([...first, ...postcodes])];
  const shown = ordered.slice(0, SHOWN).join(', ');
  return ordered.length > SHOWN ? `${shown}…` : shown;
}
