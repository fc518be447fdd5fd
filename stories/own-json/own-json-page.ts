import {html, LitElement, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {explain, loadPreset, presetNames, readRows, type MapSource} from 'insight-elements/mapping';
import {EXAMPLE} from './example.js';
import {finishedTag} from './finished-tag.js';
import {type Outcome, outcomeTemplate} from './outcome-template.js';
import {pageStyles} from './page-styles.js';
import {pageWords, type PageWords} from './words.js';

const CHARTS = ['loyalty-ladder', 'segment-matrix', 'cohort-retention', 'treatment-lift'];

/**
 * Try a map on a response: rows, issues and the chart follow each key stroke. Asks nothing of the network and keeps
 * nothing.
 */
export class OwnJsonPage extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    language: {},
    response: {state: true},
    chart: {state: true},
    preset: {state: true},
    map: {state: true},
    outcome: {state: true},
    said: {state: true},
  };

  static override readonly styles = pageStyles;

  language = 'en';
  response = EXAMPLE.response;
  chart = EXAMPLE.chart;
  preset = EXAMPLE.preset;
  map = EXAMPLE.map;
  outcome: Outcome | null = null;
  said = '';

  protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (['response', 'preset', 'map'].some((name) => changed.has(name))) void this.#read();
  }

  protected override render(): TemplateResult {
    const words = pageWords(this.language);
    return html`
      <section>${this.#inputs(words)}</section>
      <section>
        <h3>${words.drawn}</h3>
        ${this.#drawing()}
        <h3>${words.tag}</h3>
        <pre><code>${finishedTag(this)}</code></pre>
        <button type="button" @click=${() => void this.#copy(words)}>${this.said || words.copy}</button>
        ${this.outcome ? outcomeTemplate(this.outcome, words) : nothing}
      </section>
    `;
  }

  #inputs(words: PageWords): TemplateResult {
    const take = (name: 'response' | 'chart' | 'preset' | 'map') => (event: Event) => {
      this[name] = (event.target as HTMLInputElement).value;
      this.said = '';
    };
    const choice = (name: string, chosen: string) =>
      html`<option value=${name} ?selected=${name === chosen}>${name || words.noPreset}</option>`;
    return html`
      <label>
        ${words.response}
        <small>${words.responseHint}</small>
        <textarea rows="16" spellcheck="false" .value=${this.response} @input=${take('response')}></textarea>
      </label>
      <label>
        ${words.chart}
        <select @change=${take('chart')}>
          ${CHARTS.map((name) => choice(name, this.chart))}
        </select>
      </label>
      <label>
        ${words.preset}
        <select @change=${take('preset')}>
          ${['', ...presetNames()].map((name) => choice(name, this.preset))}
        </select>
      </label>
      <label>
        ${words.map}
        <small>${words.mapHint}</small>
        <textarea spellcheck="false" .value=${this.map} @input=${take('map')}></textarea>
      </label>
    `;
  }

  #drawing(): TemplateResult {
    const {map, preset, outcome} = this;
    const [body, asMap, asPreset] = [outcome?.body, map.trim() || null, preset || null];
    switch (this.chart) {
      case 'segment-matrix':
        return html`<insight-segment-matrix .data=${body} .map=${asMap} .preset=${asPreset}></insight-segment-matrix>`;
      case 'cohort-retention':
        return html`<insight-cohort-retention
          .data=${body}
          .map=${asMap}
          .preset=${asPreset}
        ></insight-cohort-retention>`;
      case 'treatment-lift':
        return html`<insight-treatment-lift .data=${body} .map=${asMap} .preset=${asPreset}></insight-treatment-lift>`;
      default:
        return html`<insight-loyalty-ladder .data=${body} .map=${asMap} .preset=${asPreset}></insight-loyalty-ladder>`;
    }
  }

  async #read(): Promise<void> {
    const {preset, map, response} = this;
    if (preset) await loadPreset(preset);
    // Something else was chosen meanwhile: its own reading follows.
    if (preset !== this.preset || map !== this.map || response !== this.response) return;
    this.outcome = outcomeOf(this);
  }

  async #copy(words: PageWords): Promise<void> {
    try {
      await navigator.clipboard.writeText(finishedTag(this));
      this.said = words.copied;
    } catch {
      this.said = words.notCopied;
    }
  }
}

const parsed = (text: string): unknown => JSON.parse(text) as unknown;

function outcomeOf({response, preset, map}: OwnJsonPage): Outcome {
  const body = jsonOr(response, response);
  const read = map.trim() ? jsonOr(map, null) : {};
  if (typeof read !== 'object' || read === null)
    return {body, reading: null, explanation: null, mapIssue: syntaxError(map)};
  const options = {...(preset && {preset}), ...(map.trim() && {map: read as MapSource})};
  return {
    body,
    reading: readRows(body, options),
    explanation: preset || map.trim() ? explain(body, options) : null,
    mapIssue: '',
  };
}

function jsonOr(text: string, otherwise: unknown): unknown {
  try {
    return parsed(text);
  } catch {
    return otherwise;
  }
}

function syntaxError(text: string): string {
  try {
    parsed(text);
    return 'not an object';
  } catch (error) {
    return String(error);
  }
}
