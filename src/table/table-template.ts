import {html, type TemplateResult} from 'lit';
import type {Cell, Column, DataTable} from './data-table.js';

/** A table as HTML; the first column heads its row. */
export const tableTemplate = ({caption, columns, rows}: DataTable): TemplateResult => html`
  <table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(({label, numeric}) => html`<th scope="col" class=${alignment(numeric)}>${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, index) => cellTemplate(cell, columns[index]!, index))}
          </tr>`,
      )}
    </tbody>
  </table>
`;

const alignment = (numeric: boolean): string => (numeric ? 'number' : 'text');

const cellTemplate = ({text}: Cell, {numeric}: Column, index: number): TemplateResult =>
  index === 0
    ? html`<th scope="row"><bdi>${text}</bdi></th>`
    : html`<td class=${alignment(numeric)}><bdi>${text}</bdi></td>`;
