const SVG = 'http://www.w3.org/2000/svg';

interface MarkupPolicy {
  readonly createHTML: (text: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, policy: MarkupPolicy) => MarkupPolicy;
}

/** The pages of the tests let no text become markup; a drawing must become a document once to be read. */
const policy = (globalThis as unknown as {readonly trustedTypes: TrustedTypes}).trustedTypes.createPolicy(
  'drawings-of-tests',
  {createHTML: (text) => text},
);

/** The drawing as a document; throws what the XML parser says where it is not well-formed. */
export function parseXml(text: string): Document {
  const document = new DOMParser().parseFromString(policy.createHTML(text), 'image/svg+xml');
  const error = document.querySelector('parsererror');
  if (error) throw new Error(`not well-formed: ${error.textContent}\n${text.slice(0, 400)}`);
  return document;
}

/** Part of a drawing as an element. */
export const parseMarks = (marks: string): Element => parseXml(`<svg xmlns="${SVG}">${marks}</svg>`).documentElement;

/** What two drawings must share: tags, attributes and texts, mark by mark. */
export interface DrawnTree {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly DrawnTree[];
}

/** A drawn element as data; `ignored` names attributes that only one of two drawings can have. */
export const treeOf = (element: Element, ignored: readonly string[] = []): DrawnTree => ({
  tag: element.localName,
  attributes: Object.fromEntries(
    [...element.attributes]
      .filter(({name}) => name !== 'xmlns' && !ignored.includes(name))
      .map(({name, value}) => [name, value]),
  ),
  text: element.localName === 'text' ? element.textContent : '',
  children: [...element.children].map((child) => treeOf(child, ignored)),
});

/** An element for a drawing, in the page's own document. */
export const svgElement = (): SVGSVGElement => document.createElementNS(SVG, 'svg');
