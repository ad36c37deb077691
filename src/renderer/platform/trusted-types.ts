import { mapWorkerUrl } from './map-worker.ts';

/**
 * The page runs under `require-trusted-types-for 'script'`. Libraries write CSS text through the same sinks as markup:
 * the default policy lets text through and refuses anything that could be an element, a script or a script address, save
 * the one of the worker of the map, which MapLibre starts by itself.
 */
interface PolicyFactory {
  createPolicy(name: string, rules: Readonly<Record<string, (text: string) => string | null>>): unknown;
}

export function installTrustedTypes(): void {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML: (text) => (text.includes('<') ? null : text),
    createScript: () => null,
    createScriptURL: (address) => (address === mapWorkerUrl ? address : null),
  });
}
