/** Words never said of anyone: by no screen, and by no text of the demonstration. */
export const NEVER_SAID: readonly string[] = [
  'profil',
  'employabilité',
  'autonomie',
  'motivation',
  'remobilisation',
  'DELD',
  'BRSA',
  'file active',
  'stock',
  'sortie positive',
  'score de la personne',
  'usager',
];
