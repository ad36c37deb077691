/** Whether whoever is there has just come in by the code de secours, which is used up. */
import { onForget } from '../../platform/forgetting.ts';

let isUsed = false;

export function rememberUsedCode(): void {
  isUsed = true;
}

export function isCodeJustUsed(): boolean {
  return isUsed;
}

onForget(() => {
  isUsed = false;
});
