import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Locale} from '../../locale/locale.js';
import type {Action} from '../../locale/words.js';

/** What a chart element gives to be taken away. */
export interface TakeAwayHost extends ReactiveControllerHost, HTMLElement {
  readonly shownHeading: string;
  readonly locale: Locale;
  toSvg(): string | null;
  toPng(): Promise<Blob | null>;
  toCsv(): string | null;
  readonly headline: {readonly text: string} | null;
  tableElement(): HTMLTableElement | null;
}

/** In the order of the toolbar. */
export const ACTIONS: readonly Action[] = [
  'copyImage',
  'copyTable',
  'copySentence',
  'saveSvg',
  'savePng',
  'saveCsv',
  'print',
];

/** Taking a chart away: copy, save, print. One tab stop; arrow keys move between the buttons. */
export class ToolbarController implements ReactiveController {
  isOpen = false;
  /** What the last action came to, for the reader; empty before one. */
  message = '';
  readonly #host: TakeAwayHost;

  constructor(host: TakeAwayHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.isOpen = false;
    this.message = '';
  }

  readonly toggle = (): void => {
    this.isOpen = !this.isOpen;
    this.message = '';
    this.#host.requestUpdate();
  };

  readonly press = (event: KeyboardEvent): void => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    const bar = event.currentTarget;
    if (!step || !(bar instanceof HTMLElement)) return;
    const buttons = [...bar.querySelectorAll('button')];
    const current = buttons.findIndex((button) => button.matches(':focus'));
    const next = buttons[(current + step + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
    event.preventDefault();
  };

  async act(action: Action): Promise<void> {
    const done = await this.#do(action);
    const {words} = this.#host.locale;
    const isCopy = action.startsWith('copy');
    this.message = done ? (isCopy ? words.copied : '') : words.notDone;
    this.#host.requestUpdate();
  }

  async #do(action: Action): Promise<boolean> {
    const host = this.#host;
    switch (action) {
      case 'copyImage':
        return copy({'image/png': pngOf(host)});
      case 'copySentence':
        return copy({'text/plain': new Blob([host.headline?.text ?? ''], {type: 'text/plain'})});
      case 'copyTable':
        return copy(tableForms(host.tableElement()));
      case 'saveSvg':
        return save(host, 'svg', blobOf(host.toSvg(), 'image/svg+xml'));
      case 'savePng':
        return save(host, 'png', await host.toPng());
      case 'saveCsv':
        return save(host, 'csv', blobOf(host.toCsv(), 'text/csv;charset=utf-8'));
      case 'print':
        print();
        return true;
    }
  }
}

const blobOf = (text: string | null, type: string): Blob | null => (text === null ? null : new Blob([text], {type}));

async function pngOf(host: TakeAwayHost): Promise<Blob> {
  const blob = await host.toPng();
  if (!blob) throw new Error('no picture to copy');
  return blob;
}

/** A table for a document, and for a spreadsheet that takes plain text. */
function tableForms(table: HTMLTableElement | null): Readonly<Record<string, Blob>> {
  if (!table) return {};
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText).join('\t'));
  return {
    'text/html': new Blob([new XMLSerializer().serializeToString(table)], {type: 'text/html'}),
    'text/plain': new Blob([rows.join('\n')], {type: 'text/plain'}),
  };
}

/** False where the page or the reader does not allow it. */
async function copy(forms: Readonly<Record<string, Blob | Promise<Blob>>>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}

function save({shownHeading}: TakeAwayHost, extension: string, blob: Blob | null): boolean {
  if (!blob) return false;
  const link = document.createElement('a');
  const url = URL.createObjectURL(blob);
  link.download = fileName(shownHeading, extension);
  link.href = url;
  link.click();
  // The browser has taken the address over once the click is through.
  setTimeout(() => URL.revokeObjectURL(url));
  return true;
}

/** A file name from a heading: what file systems forbid is left out. */
const fileName = (heading: string, extension: string): string =>
  `${
    heading
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 80) || 'chart'
  }.${extension}`;
