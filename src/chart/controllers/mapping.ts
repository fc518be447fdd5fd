import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type * as Loaded from '../../mapping/element.js';
import type {MapSource} from '../../mapping/reading.js';
import type {DataIssue} from '../../validation/data-issue.js';
import type {RuleWords} from '../../validation/issue-sentence.js';

/** The part of a chart element that says how any other JSON becomes its own. */
export interface MappingHost extends ReactiveControllerHost {
  readonly map: string | MapSource | readonly MapSource[] | null;
  readonly preset: string | null;
  readonly transform: ((body: unknown) => unknown) | undefined;
}

export type MappedBody = Loaded.MappedBody;

/** What arrived, as its source gives it. */
interface Arrived {
  readonly value: unknown;
  readonly contentType: string;
}

const as = (json: unknown, status: MappedBody['status'] = null, issues: readonly DataIssue[] = []): MappedBody => ({
  json,
  status,
  issues,
  locate: (path) => path,
});

/** Turns what was given into the chart's JSON: by the page's function, by a map, by a preset, or not at all. */
export class MappingController implements ReactiveController {
  readonly #host: MappingHost;
  /** The mapping itself, which is only brought when it is needed. */
  #mapping: typeof Loaded | undefined;
  #from: readonly unknown[] = [];
  #body = as(undefined, 'loading');

  constructor(host: MappingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#from = [];
  }

  /** Sentences for the issues of a map, in a language. */
  rules(language: string): RuleWords {
    return this.#mapping?.mappingRules(language) ?? {};
  }

  read(arrived: Arrived): MappedBody {
    const {map, preset, transform} = this.#host;
    const from = [arrived.value, map, preset, transform];
    if (from.some((part, index) => part !== this.#from[index])) {
      this.#from = from;
      this.#body = this.#read(arrived, from);
    }
    return this.#body;
  }

  #read({value, contentType}: Arrived, from: readonly unknown[]): MappedBody {
    const {map, preset} = this.#host;
    const given = {...this.#transformed(value), contentType, map, preset};
    if (!given.issue && !map && !preset) return as(given.body);
    const read = this.#mapping ? this.#mapping.readGiven(given) : import('../../mapping/element.js');
    if (!(read instanceof Promise)) return read;
    const again = (body?: MappedBody) => {
      // What was loaded for data that are gone is nobody's any more.
      if (from !== this.#from) return;
      if (body) this.#body = body;
      else this.#from = [];
      this.#host.requestUpdate();
    };
    read.then(
      (loaded: unknown) => {
        this.#mapping ??= loaded as typeof Loaded;
        again();
      },
      () => again(as(undefined, 'failed', [{path: '', code: 'network'}])),
    );
    return as(undefined, 'loading');
  }

  #transformed(body: unknown): {readonly body: unknown; readonly issue?: DataIssue} {
    const {transform} = this.#host;
    try {
      return {body: transform ? transform(body) : body};
    } catch {
      // The page's own function threw: its author sees it in the element, the page lives on.
      return {body, issue: {path: 'transform', code: 'transform_failed'}};
    }
  }
}
