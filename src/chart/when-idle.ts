/** At the latest after this many milliseconds the work is done, idle or not. */
const LATEST = 200;

/** Runs work once the page has nothing more urgent to do; returns the way to call it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, {timeout: LATEST});
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(work, 1);
  return () => clearTimeout(handle);
}
