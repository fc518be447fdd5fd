import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {openSource, type SourceRequest, type SourceState} from '../../source/shared-source.js';
import {readJson, type ReadBody} from '../../source/read-json.js';
import type {DataIssue} from '../../validation/data-issue.js';
import {describeValue} from '../../validation/describe-value.js';

/** What an element has been given, whatever the way it came. */
export type Given =
  | {readonly kind: 'nothing'}
  | {readonly kind: 'loading'}
  | {readonly kind: 'json'; readonly json: unknown}
  | {readonly kind: 'failed'; readonly issues: readonly DataIssue[]};

/** The part of a chart element that says where its data come from. */
export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  readonly data: unknown;
  readonly src: string | null;
  readonly refresh: number;
  readonly loadData: SourceRequest['loadData'];
  readonly map: unknown;
  readonly preset: unknown;
}

const INLINE = 'script[type="application/json"]';

/** Finds the data: the `data` property, else inline JSON, else `src`. */
export class SourceController implements ReactiveController {
  given: Given = {kind: 'nothing'};
  readonly #host: SourceHost;
  /** The last JSON that arrived from `src`, kept while a newer request fails; `at` in milliseconds of the page. */
  #lastLoaded: {readonly value: unknown; readonly contentType: string; readonly at: number} | null = null;
  /** The last body that said it is still computed, and the seconds to wait for the next; 0 waits for none. */
  #unfinished: unknown;
  #patience = 0;
  #leave: (() => void) | undefined;
  #opened = '';
  #inlineText: string | null = null;
  readonly #children = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: SourceHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The JSON to draw: what is given, else the last that arrived. */
  get json(): {readonly value: unknown; readonly contentType: string; readonly isLoaded: boolean} | null {
    if (this.#lastLoaded) return {...this.#lastLoaded, isLoaded: true};
    return this.given.kind === 'json' ? {value: this.given.json, contentType: '', isLoaded: false} : null;
  }

  /** Minutes since the JSON arrived from `src`. */
  get age(): number {
    return this.#lastLoaded ? (performance.now() - this.#lastLoaded.at) / 60_000 : 0;
  }

  /** Brings `given` up to date with what the element has been given. */
  read(): void {
    if (this.#host.data !== undefined) this.#settle({kind: 'json', json: this.#host.data});
    else this.#readPage();
  }

  /** What says it is still computed is asked for again, later and later: after 1, 2, 4 … 64 seconds. */
  waitFor(body: {readonly status: string | null; readonly issues: readonly DataIssue[]} | null): void {
    const isUnfinished = body?.status === 'loading' && body.issues.length > 0;
    const value = this.#lastLoaded?.value;
    if (isUnfinished ? value === this.#unfinished : !this.#patience) return;
    this.#unfinished = value;
    this.#patience = isUnfinished ? Math.min(this.#patience * 2 || 1, 64) : 0;
    this.read();
  }

  hostConnected(): void {
    // A parser may still be on its way to the script inside the element.
    this.#children.observe(this.#host, {childList: true});
  }

  hostDisconnected(): void {
    this.#children.disconnect();
    this.#close();
  }

  #readPage(): void {
    const inline = this.#host.querySelector(`:scope > ${INLINE}`);
    if (inline) this.#readInline(inline.textContent);
    else if (this.#host.src) this.#open(this.#host.src);
    else this.#settle({kind: 'nothing'});
  }

  /** The same text is the same data: parsing again would only look like a change. */
  #readInline(text: string): void {
    if (text === this.#inlineText) return;
    this.#settle(readInline(text));
    this.#inlineText = text;
  }

  #settle(given: Given): void {
    this.#close();
    this.#lastLoaded = null;
    this.#inlineText = null;
    const isSame = given.kind === 'json' && this.given.kind === 'json' && given.json === this.given.json;
    if (!isSame) this.given = given;
  }

  #open(url: string): void {
    const {loadData, map, preset} = this.#host;
    const refresh = this.#patience || this.#host.refresh;
    const readBody = map || preset ? readAny : undefined;
    const opened = `${refresh} ${!readBody} ${url}`;
    if (this.#leave && opened === this.#opened) return;
    this.#settle({kind: 'loading'});
    this.#opened = opened;
    let isOpening = true;
    this.#leave = openSource({url, refresh, loadData, readBody}, (state) => {
      this.#take(state);
      // What is known at once needs no second update.
      if (!isOpening) this.#host.requestUpdate();
    });
    isOpening = false;
  }

  #take(state: SourceState): void {
    if (state.status === 'loading') return;
    if (state.status === 'failed') this.given = {kind: 'failed', issues: [state.issue]};
    else {
      this.#lastLoaded = {value: state.body, contentType: state.contentType, at: performance.now()};
      this.given = {kind: 'json', json: state.body};
    }
  }

  #close(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}

/** JSON where it is some; any other text is for the mapping to read. */
const readAny: ReadBody = (text, contentType) => {
  const read = readJson(text, contentType);
  return 'body' in read || (read.issue.code !== 'not_json' && /^\s*[[{]/.test(text)) ? read : {body: text};
};

function readInline(text: string): Given {
  try {
    return {kind: 'json', json: JSON.parse(text)};
  } catch {
    return {kind: 'failed', issues: [{path: '', code: 'not_json', got: describeValue(text.trim())}]};
  }
}
