import type {Datum} from '../../scene/scene.js';

const MARGIN = 8;

/** What the tooltip tells of the pointer, so that it can be entered and read. */
export interface TooltipListener {
  readonly enter: () => void;
  readonly leave: () => void;
}

/** One tooltip an element, made on first use and shown in the top layer, where no `overflow` of the page clips it. */
export class Tooltip {
  readonly #root: ShadowRoot;
  readonly #listener: TooltipListener;
  #box: HTMLElement | undefined;

  constructor(root: ShadowRoot, listener: TooltipListener) {
    this.#root = root;
    this.#listener = listener;
  }

  /** Beside the mark of a datum. All is written before anything is measured: the page is laid out once. */
  show(datum: Datum, mark: Element): void {
    const box = (this.#box ??= this.#make());
    box.replaceChildren(...contentOf(datum));
    if (!box.matches(':popover-open')) box.showPopover();
    place(box, mark);
  }

  /** The mark stands elsewhere in the window. */
  follow(mark: Element): void {
    if (this.#box) place(this.#box, mark);
  }

  hide(): void {
    if (this.#box?.matches(':popover-open')) this.#box.hidePopover();
  }

  #make(): HTMLElement {
    const box = document.createElement('div');
    box.setAttribute('part', 'tooltip');
    box.setAttribute('popover', 'manual');
    // The mark's own label and the table say the same to a screen reader.
    box.setAttribute('aria-hidden', 'true');
    box.addEventListener('pointerenter', this.#listener.enter);
    box.addEventListener('pointerleave', this.#listener.leave);
    this.#root.append(box);
    return box;
  }
}

function contentOf({title, lines}: Datum): Node[] {
  const heading = document.createElement('strong');
  heading.append(isolated(title));
  const list = document.createElement('dl');
  for (const {name, value} of lines) {
    const term = document.createElement('dt');
    term.append(name);
    const description = document.createElement('dd');
    description.append(value);
    list.append(term, description);
  }
  return [heading, list];
}

/** Text of unknown direction, kept from reordering what stands beside it. */
function isolated(text: string): HTMLElement {
  const box = document.createElement('bdi');
  box.append(text);
  return box;
}

/** Above the mark, else below it, always inside the window; moved by a transform, which lays nothing out again. */
function place(box: HTMLElement, mark: Element): void {
  const anchor = (mark.querySelector('[part~="hit"]') ?? mark).getBoundingClientRect();
  const {width, height} = box.getBoundingClientRect();
  const left = Math.min(anchor.left + anchor.width / 2 - width / 2, innerWidth - width - MARGIN);
  const above = anchor.top - height - MARGIN;
  const top = above >= MARGIN ? above : Math.min(anchor.bottom + MARGIN, innerHeight - height - MARGIN);
  // Whole pixels: letters between them would be blurred.
  box.style.translate = `${Math.round(Math.max(MARGIN, left))}px ${Math.round(top)}px`;
}
