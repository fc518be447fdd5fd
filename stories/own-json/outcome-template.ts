import {html, nothing, type TemplateResult} from 'lit';
import type {Explanation, Reading} from 'insight-elements/mapping';
import type {PageWords} from './words.js';

const MOST_ROWS = 20;

/** What a response, a preset and a map come to. */
export interface Outcome {
  readonly body: unknown;
  readonly reading: Reading | null;
  readonly explanation: Explanation | null;
  readonly mapIssue: string;
}

export function outcomeTemplate({reading, explanation, mapIssue}: Outcome, words: PageWords): TemplateResult {
  const issues = reading ? [...reading.issues, ...reading.notes] : [];
  const lines = [
    ...(mapIssue ? [mapIssue] : []),
    ...(reading?.kind === 'state' ? [`${reading.state}: ${reading.code} ${reading.message ?? ''}`] : []),
    ...issues.map(({path, code, expected = '', got = ''}) => `${path}: ${code} ${expected} ${got}`),
  ];
  return html`
    ${
      lines.length
        ? html`<h3>${words.issues}</h3>
            <ul>
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`
        : nothing
    }
    ${explanation ? explanationTemplate(explanation, words) : nothing}
    ${reading ? rowsTemplate(reading, words) : nothing}
  `;
}

const explanationTemplate = ({roles}: Explanation, words: PageWords): TemplateResult => html`
  <h3>${words.found}</h3>
  ${tableTemplate(
    words.found,
    words.columns,
    roles.map(({role, template, found, reached = '', keys = []}) => [role, template, found, reached, keys.join(', ')]),
  )}
`;

function rowsTemplate({rows}: Reading, words: PageWords): TemplateResult {
  const shown = rows.slice(0, MOST_ROWS);
  const names = [...new Set(shown.flatMap((row) => Object.keys(row)))];
  const title = words.rows(rows.length, shown.length);
  return html`<h3>${title}</h3>
    ${tableTemplate(
      title,
      names,
      shown.map((row) => names.map((name) => row[name])),
    )}`;
}

const tableTemplate = (
  title: string,
  head: readonly string[],
  lines: readonly (readonly unknown[])[],
): TemplateResult => html`
  <div class="wide" role="group" aria-label=${title} tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              ${line.map((value) => html`<td>${value ?? '–'}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;
