/** Made by the build, from scripts/build-outlines.mjs. */
declare module 'virtual:outlines' {
  export const outlines: GeoJSON.FeatureCollection;
}
