import {render} from 'lit';
import type {Locale} from '../locale/locale.js';
import type {DataTable} from '../table/data-table.js';
import {tableTemplate} from '../table/table-template.js';

/** Until all are asked for: half a million rows would stop the page. The CSV has them all. */
export const FIRST_ROWS = 200;

/** What makes the rows. */
interface Rows {
  readonly tabulate: (locale: Locale, rowLimit?: number) => DataTable | null;
}

interface TableReading {
  readonly locale: Locale;
  /** A hidden table has nothing to press. */
  readonly isShown: boolean;
}

/** The table beneath a drawing: its first rows, and the rest once they are asked for. */
export class TablePanel {
  #isWhole = false;
  readonly #redraw: () => void;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  render(place: Element | null, rows: Rows, {locale, isShown}: TableReading): void {
    const table = rows.tabulate(locale, this.#isWhole ? undefined : FIRST_ROWS);
    const show = () => {
      this.#isWhole = true;
      this.#redraw();
    };
    const label = (count: number) => locale.words.showAllRows(locale.count(count));
    if (place && table) render(tableTemplate(table, isShown ? {label, show} : null), place as HTMLElement);
  }
}
