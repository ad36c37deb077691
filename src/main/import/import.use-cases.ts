export { recogniseFolder } from './recognise.ts';
export { readSources } from './read-sources.ts';
export { RANKED, RegisterColumns } from './register-columns.ts';
