import address from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** The one script that a library may start by its address: a file of our own build, made from the library itself. */
export const mapWorkerUrl = new URL(address, document.baseURI).href;
