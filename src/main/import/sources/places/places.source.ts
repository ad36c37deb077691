import { placeName } from '../../../../shared/domain/place/place-names.rules.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { communeCode, decimal, fiveCharacters } from '../../fields.ts';
import { refusal } from '../../refusal.ts';
import { defineSource, UNKNOWN } from '../../source.ts';

/** Communes with their postcodes and positions (La Poste, "base officielle des codes postaux"). */
export const places = defineSource({
  name: 'places',
  delimiters: [';', ',', '\t'],
  required: {
    commune: ['Code_commune_INSEE'],
    name: ['Nom_commune', 'Nom_de_la_commune'],
    postcode: ['Code_postal'],
    position: ['coordonnees_gps', 'coordonnees_geographiques', '_geopoint'],
  },
  describe: () => ({ publisher: 'La Poste', licence: 'Licence Ouverte', vintage: UNKNOWN }),
  parse(row) {
    const commune = communeCode(row.commune);
    if (!commune.ok) return commune;
    const postcode = fiveCharacters(row.postcode);
    if (!/^\d{5}$/.test(postcode)) return failure(refusal('postcode', row.postcode));
    const name = placeName(row.name);
    if (name === '') return failure(refusal('commune-name-missing', commune.value));
    const { lat, lon } = latitudeAndLongitude(row.position);
    return success({ communeCode: commune.value, name, postcode, lat, lon });
  },
});

/** "49.1108, 6.1769" in one field; some communes have none and are kept: their postcode still finds them. */
function latitudeAndLongitude(text: string): { lat: number | null; lon: number | null } {
  const [first = '', second = '', ...more] = text.split(/,\s+|,(?=[^,]*$)/);
  const lat = decimal(first);
  const lon = decimal(second);
  const isPoint = more.length === 0 && lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isPoint ? { lat, lon } : { lat: null, lon: null };
}
