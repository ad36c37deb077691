import { isSoleTraderName } from '../../../../shared/domain/employer/naming.rules.ts';
import { defineSource, UNKNOWN } from '../../source.ts';
import { CONTACT_COLUMNS, establishmentRecord, streetAddress } from './establishment-fields.ts';

/**
 * Extract of the register in the layout of the older tools: one short row per establishment, x = longitude,
 * y = latitude, WGS84. It marks neither sole traders, recognised by their name, nor (unless `statut_diffusion` is
 * added) those who opposed diffusion. `embauches_12_mois` may be added by a structure that counts hires, and
 * columns of contact by one that has them.
 */
export const establishmentsExtract = defineSource({
  name: 'establishments',
  delimiters: [';', ',', '|', '\t'],
  required: {
    siret: ['siret'],
    legalName: ['raisonsociale'],
    sign: ['enseigne'],
    naf: ['codenaf'],
    headcount: ['trancheeffectif'],
    number: ['numerorue'],
    street: ['libellerue'],
    postcode: ['codepostal'],
    commune: ['codecommune'],
    longitude: ['coordinates_x'],
    latitude: ['coordinates_y'],
  },
  optional: { yearlyHires: ['embauches_12_mois'], diffusion: ['statut_diffusion'], ...CONTACT_COLUMNS },
  identity: ({ siret }) => siret,
  describe: () => ({
    publisher: 'INSEE, extrait du répertoire des établissements',
    licence: UNKNOWN,
    vintage: UNKNOWN,
  }),
  parse: (row) =>
    establishmentRecord({
      siret: row.siret,
      legalName: row.legalName,
      sign: row.sign,
      naf: row.naf,
      headcount: row.headcount,
      address: streetAddress(row.number, row.street),
      postcode: row.postcode,
      commune: row.commune,
      longitude: row.longitude,
      latitude: row.latitude,
      yearlyHires: row.yearlyHires,
      ...{ phone: row.phone, email: row.email, website: row.website },
      legalCategory: null,
      isSoleTrader: isSoleTraderName(row.legalName, row.naf.trim()),
      isDiffusible: isDiffusible(row.diffusion),
    }),
});

/** INSEE diffusion status: O for whole, P for partial, N (before 2023) for none. Nothing said means whole. */
export function isDiffusible(status: string): boolean {
  const value = status.trim().toUpperCase();
  return value === '' || value === 'O';
}
