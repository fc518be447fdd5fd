import {expect} from 'chai';
import type {Mark, Scene} from '../../src/scene/scene.js';
import {misplacedIn, overlapsAmong, shapeBoxesOf, textBoxesOf} from './text-boxes.js';

/** Every glyph is as wide as the text is high. */
const square = (text: string, size: number): number => text.length * size;
const text = (key: string, x: number, y: number): Mark => ({kind: 'text', key, x, y, size: 10, text: 'abc'});
const sceneOf = (...marks: Mark[]): Scene => ({width: 100, height: 50, marks});
const misplaced = (...marks: Mark[]) => misplacedIn(sceneOf(...marks), square);

describe('the checker of places', () => {
  it('knows where a text stands, by its anchor and its groups', () => {
    const [box] = textBoxesOf(
      sceneOf({kind: 'group', key: 'g', x: 50, y: 10, marks: [{...text('t', 5, 20), anchor: 'end'} as Mark]}),
      square,
    );
    expect(box).to.include({name: '/g/t "abc"', left: 25, right: 55, bottom: 32});
  });

  it('is content with texts side by side and one under the other', () =>
    expect(misplaced(text('a', 0, 10), text('b', 30, 10), text('c', 0, 21))).to.deep.equal([]));

  it('sees two texts over one another', () => {
    expect(misplaced(text('a', 0, 10), text('b', 29, 12))).to.have.length(1);
    expect(misplaced(text('a', 0, 10), text('b', 29, 12))[0]).to.match(/^\/a "abc".+ over \/b "abc"/);
  });

  it('sees what leaves the drawing on any side', () => {
    expect(misplaced(text('left', -1, 20))).to.have.length(1);
    expect(misplaced(text('right', 71, 20))).to.have.length(1);
    expect(misplaced(text('top', 0, 5))).to.have.length(1);
    expect(misplaced(text('bottom', 0, 50))).to.have.length(1);
    expect(misplaced({kind: 'rect', key: 'wide', x: 0, y: 0, width: 101, height: 1})).to.have.length(1);
    expect(misplaced({kind: 'circle', key: 'round', cx: 2, cy: 20, r: 3})).to.have.length(1);
    expect(misplaced({kind: 'line', key: 'line', x1: 50, x2: 101, y1: 0, y2: 0})).to.have.length(1);
  });

  it('passes over what cannot be seen', () => {
    expect(misplaced({...text('empty', -50, -50), text: ''} as Mark)).to.deep.equal([]);
    const hit: Mark = {kind: 'rect', key: 'hit', x: -4, y: -4, width: 200, height: 200, paint: {fill: 'none'}};
    expect(shapeBoxesOf(sceneOf(hit))).to.deep.equal([]);
  });

  it('finds every pair among many', () => {
    const boxes = [1, 2, 3, 4].map((n) => ({name: `${n}`, left: 0, right: 10, top: n, bottom: n + 10}));
    expect(overlapsAmong(boxes)).to.have.length(6);
  });
});
