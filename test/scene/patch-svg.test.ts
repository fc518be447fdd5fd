import '../support/watch-page.js';
import {expect} from 'chai';
import {charts} from '../../src/static.js';
import {cssColour, SvgPatch} from '../../src/scene/patch-svg.js';
import type {Mark, Scene} from '../../src/scene/scene.js';
import {markString} from '../../src/scene/to-svg-string.js';
import {demoCases} from '../support/demo-data.js';
import {oneOfEach, sceneOfEach} from '../support/one-of-each.js';
import {parseMarks, svgElement, treeOf} from '../support/parse-xml.js';
import {sceneOf} from '../support/scenes.js';

const rect = (key: string, width = 1): Mark => ({kind: 'rect', key, x: 0, y: 0, width, height: 1});
const group = (key: string, ...marks: Mark[]): Mark => ({kind: 'group', key, marks});

function patched(...steps: (readonly Mark[])[]): {svg: SVGSVGElement; patch: SvgPatch} {
  const svg = svgElement();
  const patch = new SvgPatch(svg);
  for (const marks of steps) patch.draw(marks);
  return {svg, patch};
}

/**
 * The same scene as the static drawing has it, read back as a document; without what the live one has on a canvas beneath:
 * `cells-layer.ts`.
 */
const staticTree = ({marks}: Scene) =>
  treeOf(parseMarks(marks.map((mark) => markString(mark, cssColour)).join(''))).children;
const liveTree = (scene: Scene) => treeOf(patched(scene.marks).svg).children;
const widthsIn = (svg: Element) => [...svg.querySelectorAll('rect')].map((node) => node.getAttribute('width'));

describe('the live drawing', () => {
  it('equals the static one for a mark of every kind', () =>
    expect(liveTree(sceneOfEach)).to.deep.equal(staticTree(sceneOfEach)));

  for (const chart of charts)
    for (const {name, data, view} of demoCases(chart))
      for (const lang of ['en', 'zh'])
        it(`equals the static one mark by mark: ${chart.name}, ${name}, ${view}, ${lang}`, () => {
          const scene = sceneOf(chart, data, {view, lang});
          expect(scene.marks).to.not.have.length(0);
          expect(liveTree(scene)).to.deep.equal(staticTree(scene));
        });

  it('colours by private custom properties, so that a theme changes without a redraw', () =>
    expect(patched([{...rect('a'), paint: {fill: 'series-1'}}]).svg.firstElementChild?.getAttribute('fill')).to.equal(
      'var(--_series-1)',
    ));
});

describe('a patch', () => {
  it('keeps the node of a mark that keeps its key, wherever the mark goes', () => {
    const {svg, patch} = patched([rect('a', 1), rect('b', 2), rect('c', 3)]);
    const [a, b, c] = [...svg.children];
    patch.draw([rect('c', 30), rect('a', 10), rect('b', 20)]);
    expect([...svg.children]).to.deep.equal([c, a, b]);
    expect(widthsIn(svg)).to.deep.equal(['30', '10', '20']);
  });

  it('keeps nodes inside groups', () => {
    const {svg, patch} = patched([group('g', rect('a'))]);
    const node = svg.querySelector('rect');
    patch.draw([group('f'), group('g', rect('b'), rect('a', 5))]);
    expect(svg.children[1]?.children[1]).to.equal(node);
  });

  it('leaves the focus where it is when a mark before it goes', () => {
    const {svg, patch} = patched([rect('a'), rect('b'), rect('c')]);
    document.body.append(svg);
    const node = svg.children[2] as SVGElement;
    node.tabIndex = 0;
    node.focus();
    patch.draw([rect('b'), rect('new'), rect('c')]);
    const {activeElement} = document;
    svg.remove();
    expect(activeElement).to.equal(node);
  });

  it('takes away what is gone and puts in what is new at its place', () => {
    const {svg, patch} = patched([rect('a', 1), rect('b', 2)]);
    patch.draw([rect('n', 9), rect('b', 2), rect('m', 8)]);
    expect(widthsIn(svg)).to.deep.equal(['9', '2', '8']);
    patch.draw([]);
    expect(svg.childNodes).to.have.length(0);
  });

  it('makes a new node where a key changes its kind', () => {
    const {svg, patch} = patched([rect('a'), rect('b')]);
    patch.draw([{kind: 'circle', key: 'a', cx: 0, cy: 0, r: 1}, rect('b')]);
    expect([...svg.children].map(({localName}) => localName)).to.deep.equal(['circle', 'rect']);
  });

  it('forgets attributes that a mark no longer has', () => {
    const {svg, patch} = patched([{...rect('a'), part: 'bar', paint: {fill: 'gain', opacity: 0.5}}]);
    patch.draw([rect('a')]);
    expect(svg.firstElementChild?.getAttributeNames()).to.have.members(['x', 'y', 'width', 'height']);
  });

  it('leaves alone what others wrote, such as focus', () => {
    const {svg, patch} = patched([rect('a')]);
    svg.firstElementChild?.setAttribute('tabindex', '0');
    patch.draw([rect('a', 2)]);
    expect(svg.firstElementChild?.getAttribute('tabindex')).to.equal('0');
  });

  it('writes only what has changed', async () => {
    const {svg, patch} = patched(oneOfEach);
    const records: MutationRecord[] = [];
    // What the root says of the drawing as a whole is not a mark.
    const observer = new MutationObserver((news) => records.push(...news.filter(({target}) => target !== svg)));
    observer.observe(svg, {subtree: true, attributes: true, childList: true, characterData: true});
    patch.draw(structuredClone(oneOfEach));
    await Promise.resolve();
    expect(records).to.have.length(0);
    const [first, ...rest] = structuredClone(oneOfEach);
    patch.draw([{...first, y: 21} as Mark, ...rest]);
    await Promise.resolve();
    expect(records.map(({attributeName}) => attributeName)).to.deep.equal(['transform']);
    observer.disconnect();
  });

  it('changes a text in its own node', () => {
    const text = (content: string): Mark => ({kind: 'text', key: 't', x: 0, y: 0, size: 12, text: content});
    const {svg, patch} = patched([text('before')]);
    const node = svg.querySelector('text')?.firstChild;
    patch.draw([text('<b>after</b>')]);
    expect(svg.querySelector('text')?.firstChild).to.equal(node);
    expect(svg.textContent).to.equal('<b>after</b>');
  });

  it('writes a text that was empty at first', () => {
    const text = (content: string): Mark => ({kind: 'text', key: 't', x: 0, y: 0, size: 12, text: content});
    const {svg, patch} = patched([text('')]);
    patch.draw([text('now')]);
    expect(svg.textContent).to.equal('now');
  });

  it('says which key is used twice: that is our defect', () =>
    expect(() => patched([rect('a'), rect('a')])).to.throw('mark key used twice: a'));
});
