/** One derivation at a time, whatever is asked at once: tries are counted in order, and 128 MB are taken only once. */
export function makeQueue(): <R>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => null);
    return next;
  };
}
