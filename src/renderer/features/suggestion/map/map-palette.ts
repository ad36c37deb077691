/** Colours of the map, as the theme has them: a canvas does not read style sheets. */
const COLOURS = {
  sea: '--map-sea',
  land: '--map-ground',
  border: '--map-border',
  town: '--map-town',
  paper: '--paper',
  ink: '--ink',
  inkSoft: '--ink-soft',
  inkQuiet: '--ink-quiet',
  accent: '--accent',
  onAccent: '--on-accent',
  /** Between the accent and the paper: what is expected is average. */
  accentHalf: '--map-half',
} as const;

export type MapPalette = Readonly<Record<keyof typeof COLOURS, string>>;

export function readPalette(element: HTMLElement): MapPalette {
  const style = getComputedStyle(element);
  const entries = Object.entries(COLOURS).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]);
  return Object.fromEntries(entries) as MapPalette;
}
