export { recogniseFolder } from './recognise.ts';
export { readSources } from './read-sources.ts';
