import {render} from 'lit';
import type {Locale} from '../locale/locale.js';
import type {DataTable} from '../table/data-table.js';
import {tableTemplate} from '../table/table-template.js';

/** Until all are asked for: half a million rows would stop the page. The CSV has them all. */
const FIRST_ROWS = 200;

/** What a table is rendered from. */
export interface TableSource {
  readonly tabulate: (rowLimit?: number) => DataTable | null;
  readonly locale: Locale;
  /** A hidden table has nothing to press. */
  readonly isShown: boolean;
  readonly redraw: () => void;
}

/** The table beneath a drawing: its first rows, and the rest once they are asked for. */
export class TablePanel {
  #isWhole = false;

  render(place: HTMLElement | null, {tabulate, locale, isShown, redraw}: TableSource): void {
    const table = this.#isWhole ? tabulate() : tabulate(FIRST_ROWS);
    const show = () => {
      this.#isWhole = true;
      redraw();
    };
    const label = (rows: number) => locale.words.showAllRows(locale.count(rows));
    if (place && table) render(tableTemplate(table, isShown ? {label, show} : null), place);
  }
}
