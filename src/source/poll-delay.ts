/*
 * When a source is asked again: after its period while all is well, later and later while it fails, and never before the
 * time a server has asked for.
 */

/** A page's author who writes less than a second means "often". */
const SHORTEST_PERIOD = 1_000;
/** Timers of browsers overflow after 24 days; nobody waits that long for a chart. */
const LONGEST_WAIT = 24 * 3_600_000;
const LONGEST_BACK_OFF = 5 * 60_000;
/** Delays after a failure are spread by this part of themselves, so that the pages of a firm do not come back as one. */
const SPREAD = 0.2;

/** How the last request went. */
export interface Outcome {
  /** Failures in a row up to now; 0 after a success. */
  readonly failures: number;
  /** Milliseconds for which the server asked to be left alone; null where it did not. */
  readonly wait: number | null;
  /** From 0 to below 1, drawn once an outcome. */
  readonly chance: number;
}

/** The period of polling in milliseconds for `refresh` in seconds; 0 where it asks for none. */
export const periodOf = (refresh: number | undefined): number =>
  refresh !== undefined && refresh > 0 ? Math.min(Math.max(refresh * 1_000, SHORTEST_PERIOD), LONGEST_WAIT) : 0;

/** Milliseconds from the last answer to the next request of a source that is polled at a period. */
export function pollDelay(period: number, {failures, wait, chance}: Outcome): number {
  if (failures === 0) return period;
  const backOff = Math.min(period * 2 ** failures, Math.max(period, LONGEST_BACK_OFF));
  return Math.max(backOff * (1 - SPREAD + 2 * SPREAD * chance), invitedDelay(wait ?? 0, chance));
}

/** Milliseconds until a request that the server itself has put off: never early, and not all pages at once. */
export const invitedDelay = (wait: number, chance: number): number =>
  Math.max(SHORTEST_PERIOD, wait) * (1 + SPREAD * chance);

const SECONDS = /^\d{1,10}$/;

/**
 * Reads a Retry-After header, which holds seconds or an HTTP date.
 * @returns milliseconds from now, at most a day; null where the header says nothing readable
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const wait = SECONDS.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}
