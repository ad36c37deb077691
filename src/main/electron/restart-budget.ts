/**
 * Says whether something that died may be started again: yes, unless it already died within the window. One death is
 * an accident; two in a row would go on for ever.
 */
export function makeRestartBudget(now: () => number, windowMs = 60_000): () => boolean {
  let lastDeath = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now();
    const mayRestart = at - lastDeath >= windowMs;
    lastDeath = at;
    return mayRestart;
  };
}
