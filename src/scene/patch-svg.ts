import {attributesOf, TAG_OF, type Attributes, type ColourOf} from './mark-attributes.js';
import type {Mark} from './scene.js';

const SVG = 'http://www.w3.org/2000/svg';

/** A mark that stands in the page, with what was last written there. */
interface DrawnMark {
  readonly node: SVGElement;
  mark: Mark;
  attributes: Attributes;
  readonly children: DrawnMarks;
}
type DrawnMarks = Map<string, DrawnMark>;

/** Colours in the page are private custom properties, so that a theme changes without a redraw. */
export const cssColour: ColourOf = (ink) => `var(--_${ink})`;

/**
 * Keeps the children of one SVG element equal to a list of marks: a mark that keeps its key keeps its node, and only
 * attributes that changed are written. Plain DOM calls rather than a template a mark: a template instance costs more
 * than the rectangle it holds (see test/bench).
 */
export class SvgPatch {
  readonly #drawn: DrawnMarks = new Map();
  #room: string | null | undefined;

  constructor(readonly root: SVGElement) {}

  /** Draws, and tells style sheets by `data-moving` that what differs are numbers: after another size nothing glides. */
  draw(marks: readonly Mark[]): void {
    const room = this.root.getAttribute('viewBox');
    if (room) this.root.toggleAttribute('data-moving', room === (this.#room ?? room));
    this.#room = room;
    patchChildren(this.root, marks, this.#drawn);
  }
}

function patchChildren(parent: SVGElement, marks: readonly Mark[], drawn: DrawnMarks): void {
  removeOthers(marks, drawn);
  let place: ChildNode | null = parent.firstChild;
  for (const mark of marks) {
    const before = drawn.get(mark.key)?.node;
    const {node} = patchMark(mark, drawn, parent.ownerDocument);
    if (before && before === place) place = node;
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
}

/** First of all: a node that has to move past one that is about to go loses the focus. */
function removeOthers(marks: readonly Mark[], drawn: DrawnMarks): void {
  const kept = new Set<string>();
  for (const {key} of marks) {
    if (kept.has(key)) throw new Error(`mark key used twice: ${key}`);
    kept.add(key);
  }
  for (const [key, {node}] of drawn) {
    if (kept.has(key)) continue;
    node.remove();
    drawn.delete(key);
  }
}

function patchMark(mark: Mark, drawn: DrawnMarks, document: Document): DrawnMark {
  const known = drawn.get(mark.key);
  if (known?.mark === mark) return known;
  const attributes = attributesOf(mark, cssColour);
  const current = known?.mark.kind === mark.kind ? known : newMark(mark, document);
  writeAttributes(current, attributes);
  if (mark.kind === 'group') patchChildren(current.node, mark.marks, current.children);
  if (mark.kind === 'text') writeText(current, mark.text);
  current.mark = mark;
  if (known === current) return current;
  // A mark of another kind takes the place of the node it cannot keep.
  known?.node.replaceWith(current.node);
  drawn.set(mark.key, current);
  return current;
}

const newMark = (mark: Mark, document: Document): DrawnMark => ({
  node: document.createElementNS(SVG, TAG_OF[mark.kind]),
  mark,
  attributes: {},
  children: new Map<string, DrawnMark>(),
});

function writeAttributes(current: DrawnMark, attributes: Attributes): void {
  const before = current.attributes;
  for (const [name, value] of Object.entries(attributes))
    if (value !== before[name]) current.node.setAttribute(name, String(value));
  for (const name of Object.keys(before)) if (!(name in attributes)) current.node.removeAttribute(name);
  current.attributes = attributes;
}

function writeText({node}: DrawnMark, text: string): void {
  const content = node.firstChild;
  if (!content) node.append(text);
  else if (content.nodeValue !== text) content.nodeValue = text;
}
