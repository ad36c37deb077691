/**
 * Lines of cells for a spreadsheet: UTF-8 with its mark, semicolons and `\r\n`, as a French one opens it. A cell that it
 * would take for a formula is made text: what a person typed runs nothing.
 */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
