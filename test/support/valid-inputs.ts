import type { CallInput, CoreCallName } from '../../src/shared/contract/index.ts';

const question = {
  romes: ['D1106', 'G1602'],
  communeCode: '57463',
  radiusKm: 30,
  group: 'private',
  sections: ['G', 'I'],
  sizes: ['1-9', '10-49'],
} satisfies CallInput<'suggestion.widen'>;

/**
 * One input of each call of the core that the fixture release answers (a folder that nobody offered aside): where fuzzed
 * inputs start from.
 */
export const VALID_INPUTS: { readonly [N in CoreCallName]: CallInput<N> } = {
  'workspace.status': {},
  'workspace.open': { name: 'own' },
  'settings.get': {},
  'settings.set': { zoom: 110, theme: 'dark' },
  'about.get': {},
  'dataset.previewFolder': { folderId: 'folder-999' },
  'dataset.startImport': { folderId: 'folder-999' },
  'dataset.cancelImport': {},
  'dataset.importState': {},
  'dataset.report': {},
  'occupation.search': { text: 'boulangère', limit: 10 },
  'occupation.get': { rome: 'D1102' },
  'place.search': { text: 'saint julien', limit: 10 },
  'place.get': { communeCode: '57463' },
  'suggestion.employers': { ...question, order: 'spread', seed: '2026-W36', offset: 0, limit: 20 },
  'suggestion.explain': { ...question, sections: [], sizes: [], siret: '30000791900013' },
  'suggestion.widen': question,
  'suggestion.points': question,
  'employer.get': { siret: '30000791900013' },
};
