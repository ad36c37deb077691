/** From line to line by the arrows: what is pressed in a line, or else its first button, takes the keys. */
export function walkLines(within: HTMLElement | null, selector: string, direction: -1 | 1): void {
  const lines = [...(within?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const first = direction === 1 ? 0 : lines.length - 1;
  const line = lines[at === -1 ? first : at + direction];
  const pressed = line?.querySelector<HTMLElement>('[aria-pressed="true"]');
  (pressed ?? line?.querySelector('button'))?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}
