import {render, type ReactiveController, type ReactiveControllerHost} from 'lit';
import type {Locale} from '../../locale/locale.js';
import type {DataTable} from '../../table/data-table.js';
import {tableTemplate} from '../../table/table-template.js';
import {whenIdle} from '../when-idle.js';

/** Until all are asked for: half a million rows would stop the page. The CSV has them all. */
export const FIRST_ROWS = 200;

/** The part of a chart element that has rows and a place for them. */
export interface TableHost extends ReactiveControllerHost {
  readonly locale: Locale;
  readonly renderRoot: ParentNode;
  tabulate(rowLimit?: number): DataTable | null;
}

/**
 * The table beneath a drawing: its first rows, and the rest once they are asked for. It is not the picture: it is built
 * once the picture stands, before anyone can ask for it.
 */
export class TableController implements ReactiveController {
  /** Readers of the screen have it always; this is for all to see. */
  isShown = false;
  #isWhole = false;
  #cancel: (() => void) | undefined;
  readonly #host: TableHost;

  constructor(host: TableHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#cancel?.();
  }

  readonly toggle = (): void => {
    this.isShown = !this.isShown;
    this.#host.requestUpdate();
  };

  /** Brings the table up to date: at once where it is seen, else when the page has nothing better to do. */
  refresh(): void {
    this.#cancel?.();
    if (this.isShown) this.render();
    else this.#cancel = whenIdle(() => this.render());
  }

  render(): void {
    this.#cancel = undefined;
    const {locale, renderRoot} = this.#host;
    const table = this.#host.tabulate(this.#isWhole ? undefined : FIRST_ROWS);
    const place = renderRoot.querySelector<HTMLElement>('#table');
    const label = (count: number) => locale.words.showAllRows(locale.count(count));
    // A hidden table has nothing to press.
    if (place && table) render(tableTemplate(table, this.isShown ? {label, show: this.#showAll} : null), place);
  }

  readonly #showAll = (): void => {
    this.#isWhole = true;
    this.#host.requestUpdate();
  };
}
