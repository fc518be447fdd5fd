/** What sources need of the page around them. Tests give their own, so that a day passes in a moment. */
export interface SourcePage {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The whole address of a reference, without its fragment; null where data cannot be loaded from it. */
  readonly resolve: (reference: string) => string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Acts once after some milliseconds. Returns the way to call it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  readonly isVisible: () => boolean;
  readonly isOnline: () => boolean;
  /** Tells when `isVisible` or `isOnline` may have changed. Returns the way to stop. */
  readonly watch: (listener: () => void) => () => void;
}

/** Everything else is refused before it is asked: a page opened from a file may not load files beside it. */
const LOADABLE = ['http:', 'https:', 'blob:', 'data:'];

/** The page of a browser. Nothing of it is touched before the first source is opened, so Node may import this file. */
export const browserPage: SourcePage = {
  fetch: (url, init) => fetch(url, init),
  resolve: (reference) => {
    if (!URL.canParse(reference, document.baseURI)) return null;
    const url = new URL(reference, document.baseURI);
    url.hash = '';
    return LOADABLE.includes(url.protocol) ? url.href : null;
  },
  now: () => performance.timeOrigin + performance.now(),
  // eslint-disable-next-line no-restricted-properties -- pages must not all come back at once; no drawing depends on it
  random: () => Math.random(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState !== 'hidden',
  isOnline: () => navigator.onLine,
  watch: (listener) => {
    document.addEventListener('visibilitychange', listener);
    addEventListener('online', listener);
    addEventListener('offline', listener);
    return () => {
      document.removeEventListener('visibilitychange', listener);
      removeEventListener('online', listener);
      removeEventListener('offline', listener);
    };
  },
};
