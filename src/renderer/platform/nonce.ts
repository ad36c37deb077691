import { setNonce } from 'get-nonce';

let nonce = '';

/** Reads the nonce the shell wrote into the page, for the few style elements libraries add at run time. */
export function installNonce(): void {
  nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  if (nonce !== '') setNonce(nonce);
}

export function styleNonce(): string {
  return nonce;
}
