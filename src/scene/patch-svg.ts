import {attributesOf, TAG_OF, type Attributes, type ColourOf} from './mark-attributes.js';
import type {Mark} from './scene.js';

const SVG = 'http://www.w3.org/2000/svg';

/** A mark that stands in the page, with what was last written there. */
interface DrawnMark {
  readonly node: SVGElement;
  mark: Mark;
  attributes: Attributes;
  /** In the order of the page. */
  children: readonly DrawnMark[];
}

/** Colours in the page are private custom properties, so that a theme changes without a redraw. */
export const cssColour: ColourOf = (ink) => `var(--_${ink})`;

/**
 * Keeps the children of one SVG element equal to a list of marks: a mark that keeps its key keeps its node, and only
 * attributes that changed are written. Plain DOM calls rather than a template a mark: a template instance costs more
 * than the rectangle it holds (see test/bench).
 */
export class SvgPatch {
  #drawn: readonly DrawnMark[] = [];
  #room: string | null | undefined;

  constructor(readonly root: SVGElement) {}

  /** Draws, and tells style sheets by `data-moving` that what differs are numbers: after another size nothing glides. */
  draw(marks: readonly Mark[]): void {
    const room = this.root.getAttribute('viewBox');
    if (room) this.root.toggleAttribute('data-moving', room === (this.#room ?? room));
    this.#room = room;
    this.#drawn = patchChildren(this.root, marks, this.#drawn);
  }
}

function patchChildren(parent: SVGElement, marks: readonly Mark[], drawn: readonly DrawnMark[]): readonly DrawnMark[] {
  // Most updates are other numbers for the same marks: nothing has to be looked for or moved then.
  const isSame = marks.length === drawn.length && drawn.every(({mark}, index) => isOfOneNode(mark, marks[index]!));
  const kept = isSame ? drawn : keepOnly(marks, drawn, parent.ownerDocument);
  kept.forEach((current, index) => patchMark(current, marks[index]!));
  if (!isSame) bringInOrder(parent, kept);
  return kept;
}

const isOfOneNode = (a: Mark, b: Mark): boolean => a.key === b.key && a.kind === b.kind;

/** First of all: a node that has to move past one that is about to go loses the focus. */
function keepOnly(marks: readonly Mark[], drawn: readonly DrawnMark[], document: Document): DrawnMark[] {
  const left = new Map(drawn.map((current) => [current.mark.key, current]));
  const keys = new Set<string>();
  const kept = marks.map((mark) => {
    const {key} = mark;
    if (keys.has(key)) throw new Error(`mark key used twice: ${key}`);
    keys.add(key);
    const known = left.get(key);
    if (!known || !isOfOneNode(known.mark, mark)) return newMark(mark, document);
    left.delete(key);
    return known;
  });
  for (const {node} of left.values()) node.remove();
  return kept;
}

function bringInOrder(parent: SVGElement, drawn: readonly DrawnMark[]): void {
  let place: ChildNode | null = parent.firstChild;
  for (const {node} of drawn)
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
}

function patchMark(current: DrawnMark, mark: Mark): void {
  writeAttributes(current, attributesOf(mark, cssColour));
  if (mark.kind === 'group') current.children = patchChildren(current.node, mark.marks, current.children);
  if (mark.kind === 'text') writeText(current, mark.text);
  current.mark = mark;
}

const newMark = (mark: Mark, document: Document): DrawnMark => ({
  node: document.createElementNS(SVG, TAG_OF[mark.kind]),
  mark,
  attributes: {},
  children: [],
});

function writeAttributes(current: DrawnMark, attributes: Attributes): void {
  const {node, attributes: before} = current;
  for (const name of Object.keys(attributes))
    if (attributes[name] !== before[name]) node.setAttribute(name, String(attributes[name]));
  for (const name of Object.keys(before)) if (!(name in attributes)) node.removeAttribute(name);
  current.attributes = attributes;
}

function writeText({node}: DrawnMark, text: string): void {
  const content = node.firstChild;
  if (!content) node.append(text);
  else if (content.nodeValue !== text) content.nodeValue = text;
}
