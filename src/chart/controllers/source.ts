import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {openSource, type SourceRequest, type SourceState} from '../../source/shared-source.js';
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
}

const INLINE = 'script[type="application/json"]';

/** Finds the data: the `data` property, else inline JSON, else `src`. */
export class SourceController implements ReactiveController {
  given: Given = {kind: 'nothing'};
  readonly #host: SourceHost;
  /** The last JSON that arrived from `src`, kept while a newer request fails; `at` in milliseconds of the page. */
  #lastLoaded: {readonly value: unknown; readonly at: number} | null = null;
  #leave: (() => void) | undefined;
  #opened = '';
  #inlineText: string | null = null;
  readonly #children = new MutationObserver(() => this.#host.requestUpdate());

  constructor(host: SourceHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The JSON to draw: what is given, else the last that arrived. */
  get json(): {readonly value: unknown; readonly isLoaded: boolean} | null {
    if (this.#lastLoaded) return {value: this.#lastLoaded.value, isLoaded: true};
    return this.given.kind === 'json' ? {value: this.given.json, isLoaded: false} : null;
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
    const {refresh, loadData} = this.#host;
    const opened = `${refresh} ${url}`;
    if (this.#leave && opened === this.#opened) return;
    this.#settle({kind: 'loading'});
    this.#opened = opened;
    let isOpening = true;
    this.#leave = openSource({url, refresh, ...(loadData ? {loadData} : {})}, (state) => {
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
      this.#lastLoaded = {value: state.body, at: performance.now()};
      this.given = {kind: 'json', json: state.body};
    }
  }

  #close(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}

function readInline(text: string): Given {
  try {
    return {kind: 'json', json: JSON.parse(text)};
  } catch {
    return {kind: 'failed', issues: [{path: '', code: 'not_json', got: describeValue(text.trim())}]};
  }
}
