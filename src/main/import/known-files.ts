import type { Origin } from './source.ts';

/**
 * What is known of public files as they were published, by the SHA-256 of their bytes: the same name on another file
 * proves nothing. A file that is not here, an update or a copy that was edited, is of an unknown date.
 */
export const KNOWN_FILES: Readonly<Record<string, Pick<Origin, 'vintage'>>> = {
  // ROME: référentiel code ROME, référentiel appellation, rubrique mobilité, texte.
  '5d81be63306e519b8975e449397027bf9d0cdb22f43dc6d5dd1af6cd30efdd9c': { vintage: 'ROME v3.47, 2021' },
  '288d152eb4a56176b939a2195949cac1ff42b63f97dd72746ba0a7ec40ef742a': { vintage: 'ROME v3.47, 2021' },
  '90bc99b3213f5c167f30160aaef1c8a7cd59cc72da629c0cf6e4f69a95ea643a': { vintage: 'ROME v3.47, 2021' },
  d51cc33f426e5a8a333459c8d623b8bc55e1001c7708bb15032e7968c6329afc: { vintage: 'ROME v3.47, 2021' },
  // naf_labels.csv
  bd703a7b22daaf9a5176c240fee1b64dbeed2345007a85b857eaf6a26430e005: { vintage: 'NAF rev. 2 (2008)' },
  // rome_naf_mapping.csv, rome_naf_mapping.raw.csv
  '7242603593ab702643ff665088f2cf86edf5c52b137cc33d39ed79c20dfd28bd': { vintage: '2016-2017' },
  '1f99adab77bc0f838f95ee23ead723109423e586bc70119a4026f6b9cdda4864': { vintage: '2016-2017' },
  // contact_modes.csv
  afd4901322af66bc9f4ead338d9d0e008a287a98112117619089f443b90f6333: { vintage: '2017' },
  // metiers_tension.csv
  '45c1563966b57e193387d5b16c3af511672d3098015c560435a27d5e0a43a41d': { vintage: '2020' },
  // laposte_hexasmal.csv
  '12d19fe2ca4eae89e64de92a43404998d539ae6505513fb7e4be43b3f5dbb494': { vintage: '2019' },
  // establishments_metz.csv
  '90e7d92c00b4f27bc3b13b0bbbae06242b90d6e4a39f9d463a77c683326e62d5': { vintage: 'vers 2015-2022' },
};
