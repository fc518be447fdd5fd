import type {DataIssue} from '../validation/data-issue.js';
import {describeValue} from '../validation/describe-value.js';
import {load, type Answer, type Origin} from './load.js';
import {invitedDelay, periodOf, pollDelay, type Outcome} from './poll-delay.js';
import {browserPage, type SourcePage} from './source-page.js';
import {Timetable} from './timetable.js';

/** JSON that has arrived. */
export interface LoadedSource {
  readonly status: 'loaded';
  /** Parsed JSON; shared by all listeners, so nobody may write to it. */
  readonly body: unknown;
  /** The Content-Type header; empty where there is none, or where the page's own loader gave the body. */
  readonly contentType: string;
  /** When it arrived, in milliseconds since 1970. */
  readonly loadedAt: number;
}

export interface FailedSource {
  readonly status: 'failed';
  readonly issue: DataIssue;
}

export type SourceState = {readonly status: 'loading'} | LoadedSource | FailedSource;

export interface SourceRequest extends Origin {
  /** Seconds between an answer and the next request; 0 or absent: once. */
  readonly refresh?: number | undefined;
}

/** Hears the present state at once and every later one; must not throw. */
export type SourceListener = (state: SourceState) => void;

/** Opens a source and returns the way to leave it. */
export type OpenSource = (request: SourceRequest, listener: SourceListener) => () => void;

/** A request without a complete answer by then has failed. */
export const TIME_OUT_SECONDS = 15;
/** So often a source that is not polled follows a server's Retry-After. */
const MAX_INVITATIONS = 3;

const LOADING: SourceState = {status: 'loading'};
const TIMED_OUT: Answer = {issue: {path: '', code: 'timeout', expected: String(TIME_OUT_SECONDS)}, wait: null};

interface Follower {
  readonly listener: SourceListener;
  readonly period: number;
}

/** One address, one request at a time, one timetable, however many listen. */
class SharedSource {
  readonly #origin: Origin;
  readonly #page: SourcePage;
  readonly #onClose: () => void;
  readonly #followers = new Set<Follower>();
  readonly #timetable: Timetable;
  #state = LOADING;
  #lastLoaded: LoadedSource | null = null;
  #outcome: Outcome & {readonly at: number} = {failures: 0, wait: null, chance: 0, at: 0};
  #cancelRequest: (() => void) | undefined;

  constructor(origin: Origin, page: SourcePage, onClose: () => void) {
    this.#origin = origin;
    this.#page = page;
    this.#onClose = onClose;
    this.#timetable = new Timetable(page, () => this.#ask());
  }

  isFor({url, loadData, readBody}: Origin): boolean {
    const {url: ownUrl, loadData: ownLoader, readBody: ownReader} = this.#origin;
    return url === ownUrl && loadData === ownLoader && readBody === ownReader;
  }

  join(follower: Follower): () => void {
    this.#followers.add(follower);
    const isNeeded = !this.#cancelRequest && this.#isWithoutProspect();
    this.#tellNewcomer(follower, isNeeded);
    if (isNeeded) this.#ask();
    else this.#plan();
    return () => this.#leave(follower);
  }

  /** Never asked, or failed for good: then somebody new who wants it is the reason to ask. */
  #isWithoutProspect(): boolean {
    return this.#state.status === 'loading' || (this.#state.status === 'failed' && this.#delay() === null);
  }

  /** Whoever comes while a source fails also learns what it last gave, and shows the same as the others. */
  #tellNewcomer(follower: Follower, isAskedAnew: boolean): void {
    if (this.#lastLoaded && this.#state !== this.#lastLoaded) this.#tell(follower, this.#lastLoaded);
    this.#tell(follower, isAskedAnew && !this.#lastLoaded ? LOADING : this.#state);
  }

  /** An element that is moved leaves and joins in one task: closing waits for the end of it. */
  #leave(follower: Follower): void {
    if (!this.#followers.delete(follower)) return;
    if (this.#followers.size > 0) this.#plan();
    else queueMicrotask(() => this.#closeIfLeft());
  }

  #closeIfLeft(): void {
    if (this.#followers.size > 0) return;
    this.#cancelRequest?.();
    this.#cancelRequest = undefined;
    this.#timetable.stop();
    this.#onClose();
  }

  #ask(): void {
    const controller = new AbortController();
    const cancelTimeOut = this.#page.after(TIME_OUT_SECONDS * 1_000, () => settle(TIMED_OUT));
    const cancel = () => {
      cancelTimeOut();
      controller.abort();
    };
    const settle = (answer: Answer) => {
      // Too late, or called off: what it brings is nobody's any more.
      if (this.#cancelRequest !== cancel) return;
      this.#cancelRequest = undefined;
      if ('issue' in answer) cancel();
      else cancelTimeOut();
      this.#take(answer);
    };
    this.#cancelRequest = cancel;
    const mayProbe = this.#outcome.failures === 0;
    void load(this.#origin, {page: this.#page, signal: controller.signal, mayProbe}).then(settle);
  }

  #take(answer: Answer): void {
    const at = this.#page.now();
    const isFailure = 'issue' in answer;
    const failures = isFailure ? this.#outcome.failures + 1 : 0;
    this.#outcome = {failures, wait: isFailure ? answer.wait : null, chance: this.#page.random(), at};
    if (isFailure) this.#state = {status: 'failed', issue: answer.issue};
    else this.#state = this.#lastLoaded = {status: 'loaded', ...answer, loadedAt: at};
    // Planned first: a listener may leave or join while it is told.
    this.#plan();
    const state = this.#state;
    for (const follower of [...this.#followers]) this.#tell(follower, state);
  }

  #tell(follower: Follower, state: SourceState): void {
    if (!this.#followers.has(follower)) return;
    try {
      follower.listener(state);
    } catch {
      // Its owner reports it; the others on this address must still hear.
    }
  }

  #plan(): void {
    if (this.#cancelRequest) return;
    const delay = this.#delay();
    if (delay === null) this.#timetable.stop();
    else this.#timetable.planAt(this.#outcome.at + delay);
  }

  /** Milliseconds from the last answer to the next request; null where there is to be none. */
  #delay(): number | null {
    const {failures, wait, chance} = this.#outcome;
    const periods = [...this.#followers].map(({period}) => period).filter((period) => period > 0);
    if (periods.length > 0) return pollDelay(Math.min(...periods), this.#outcome);
    return wait !== null && failures <= MAX_INVITATIONS ? invitedDelay(wait, chance) : null;
  }
}

/** The sources of a page: a registry of their own, and the page's clock, network and chance. */
export function sourcesOn(page: SourcePage): OpenSource {
  const sources = new Set<SharedSource>();
  const opened = (origin: Origin): SharedSource => {
    const source = new SharedSource(origin, page, () => sources.delete(source));
    sources.add(source);
    return source;
  };
  return ({url: reference, refresh, loadData, readBody}, listener) => {
    const url = loadData ? reference : page.resolve(reference);
    if (url === null) {
      listener({status: 'failed', issue: {path: '', code: 'bad_url', got: describeValue(reference)}});
      return () => undefined;
    }
    const origin = {url, loadData, readBody};
    const source = [...sources].find((open) => open.isFor(origin)) ?? opened(origin);
    return source.join({listener, period: periodOf(refresh)});
  };
}

/**
 * Opens a source on this page. Listeners on one address share one request and one timetable. Nothing is asked while the
 * page is hidden or offline, save the first time. The last to leave aborts.
 * @returns the way to leave, which may be called more than once
 */
export const openSource: OpenSource = sourcesOn(browserPage);
