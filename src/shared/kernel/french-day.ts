/** Days and hours as a French document writes them, whatever the language of the screen. */

/** "jeudi 3 décembre 2026", the day alone: it has no zone. */
export function frenchDay(day: string): string {
  return fullDay(Date.parse(`${day}T12:00:00Z`), 'UTC');
}

/** "jeudi 3 décembre", for what is near. */
export function frenchShortDay(day: string): string {
  const format = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T12:00:00Z`)).replace(' 1 ', ' 1er ');
}

/** "jeudi 3 décembre 2026 à 14 h 30". */
export function frenchMoment(instant: number, timeZone: string): string {
  const [hour, minute] = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone }).format(instant).split(':');
  const time = minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute ?? '00'}`;
  return `${fullDay(instant, timeZone)} à ${time}`;
}

/** The first of a month is said by its rank in French, which the formats of the platform do not know. */
function fullDay(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone }).format(instant).replace(' 1 ', ' 1er ');
}
