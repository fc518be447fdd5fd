import {html, nothing, type TemplateResult} from 'lit';
import type {Cell, Column, DataTable} from './data-table.js';

/** What a table says of rows that are not shown yet. */
export interface MoreRows {
  readonly label: (count: number) => string;
  readonly show: () => void;
}

/** More columns than this do not fit a sheet of paper in letters of common size. */
const WIDE = 9;

/** A table as HTML; the first column heads its row. A long one shows its first rows and a button for the rest. */
export const tableTemplate = (
  {caption, columns, rows, rowCount = 0}: DataTable,
  more: MoreRows | null = null,
): TemplateResult => html`
  <table class=${columns.length > WIDE ? 'wide' : nothing}>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map(({label, numeric}) => html`<th scope="col" class=${alignment(numeric, label.length > LONG)}>${label}</th>`)}
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
  ${
    more && rowCount > rows.length
      ? html`<button type="button" part="all-rows" @click=${more.show}>${more.label(rowCount)}</button>`
      : nothing
  }
`;

/** A heading of more letters would stand in many short lines, and all others above blank. */
const LONG = 24;

const alignment = (numeric: boolean, isLong = false): string =>
  numeric ? (isLong ? 'number long' : 'number') : 'text';

const cellTemplate = ({text}: Cell, {numeric}: Column, index: number): TemplateResult =>
  index === 0
    ? html`<th scope="row"><bdi>${text}</bdi></th>`
    : html`<td class=${alignment(numeric)}><bdi>${text}</bdi></td>`;
