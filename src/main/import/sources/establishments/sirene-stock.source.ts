import { failure } from '../../../../shared/kernel/result.ts';
import { refusal } from '../../refusal.ts';
import { defineSource, UNKNOWN } from '../../source.ts';
import { CONTACT_COLUMNS, establishmentRecord, streetAddress, textOrNull } from './establishment-fields.ts';
import { isDiffusible } from './establishments.source.ts';

/**
 * SIRENE "StockEtablissement" (INSEE, Licence Ouverte), with the columns of "StockUniteLegale" when a structure has
 * joined them: without these a name is only known where the establishment has one of its own.
 */
export const sireneStock = defineSource({
  name: 'establishments',
  delimiters: [',', ';', '\t'],
  required: {
    siret: ['siret'],
    usualName: ['denominationUsuelleEtablissement'],
    sign: ['enseigne1Etablissement'],
    naf: ['activitePrincipaleEtablissement'],
    headcount: ['trancheEffectifsEtablissement'],
    number: ['numeroVoieEtablissement'],
    way: ['typeVoieEtablissement'],
    street: ['libelleVoieEtablissement'],
    postcode: ['codePostalEtablissement'],
    commune: ['codeCommuneEtablissement'],
    diffusion: ['statutDiffusionEtablissement'],
    state: ['etatAdministratifEtablissement'],
  },
  optional: {
    longitude: ['longitude'],
    latitude: ['latitude'],
    legalCategory: ['categorieJuridiqueUniteLegale'],
    legalName: ['denominationUniteLegale'],
    surname: ['nomUniteLegale'],
    givenName: ['prenomUsuelUniteLegale'],
    yearlyHires: ['embauches_12_mois'],
    ...CONTACT_COLUMNS,
  },
  identity: ({ siret }) => siret,
  describe: () => ({ publisher: 'INSEE (SIRENE)', licence: 'Licence Ouverte', vintage: UNKNOWN }),
  parse(row) {
    if (row.state.trim().toUpperCase() === 'F') return failure(refusal('closed'));
    const company = textOrNull(row.legalName);
    const person = textOrNull(`${textOrNull(row.surname) ?? ''} ${textOrNull(row.givenName) ?? ''}`);
    const sign = textOrNull(row.sign) ?? textOrNull(row.usualName);
    // Category 1xxx is a natural person; the surname tells when the category is not there.
    const isSoleTrader = row.legalCategory.startsWith('1') || (company === null && person !== null);
    return establishmentRecord({
      siret: row.siret,
      legalName: company ?? person ?? sign ?? '',
      sign: sign ?? '',
      naf: row.naf,
      headcount: row.headcount,
      address: streetAddress(row.number, row.way, row.street),
      postcode: row.postcode,
      commune: row.commune,
      longitude: row.longitude,
      latitude: row.latitude,
      yearlyHires: row.yearlyHires,
      ...{ phone: row.phone, email: row.email, website: row.website },
      legalCategory: textOrNull(row.legalCategory),
      isSoleTrader,
      isDiffusible: isDiffusible(row.diffusion),
    });
  },
});
