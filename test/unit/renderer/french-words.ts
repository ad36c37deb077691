import i18next, { type TFunction } from 'i18next';
import fr from '../../../src/renderer/i18n/fr.json' with { type: 'json' };

const french = i18next.createInstance();
void french.init({
  lng: 'fr',
  resources: { fr: { translation: fr } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The words of the application, as a screen asks for them. */
export const frenchWords: TFunction = french.t;

/** Text with its no-break spaces made visible. */
export function visible(text: string): string {
  return text.replaceAll('\u00a0', '_').replaceAll('\u202f', '_');
}
