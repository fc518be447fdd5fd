import {expect} from 'chai';
import {charts} from '../../src/static.js';
import {mirrorScene} from '../../src/scene/mirror-scene.js';
import {cssColour} from '../../src/scene/patch-svg.js';
import type {Mark, Scene} from '../../src/scene/scene.js';
import {markString} from '../../src/scene/to-svg-string.js';
import {demoCases} from '../support/demo-data.js';
import {sceneOfEach} from '../support/one-of-each.js';
import {marksOf, sceneOf} from '../support/scenes.js';

const mirrored = (mark: Mark, width = 100) => mirrorScene({width, height: 10, marks: [mark]}).marks[0]!;
const drawn = ({marks}: Scene) => marks.map((mark) => markString(mark, cssColour)).join('\n');
const textsOf = ({marks}: Scene) => marksOf(marks).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('a scene for readers from right to left', () => {
  it('reflects every place', () => {
    expect(mirrored({kind: 'rect', key: 'r', x: 10, y: 3, width: 20, height: 4})).to.include({x: 70, y: 3, width: 20});
    expect(mirrored({kind: 'line', key: 'l', x1: 10, y1: 1, x2: 30, y2: 2})).to.include({x1: 90, x2: 70, y1: 1, y2: 2});
    expect(mirrored({kind: 'circle', key: 'c', cx: 10, cy: 3, r: 2})).to.include({cx: 90, cy: 3});
    expect(mirrored({kind: 'path', key: 'p', d: 'M0 0H8', x: 10, y: 3})).to.include({
      x: 90,
      y: 3,
      d: 'M0 0H8',
      mirrored: true,
    });
  });

  it('turns the anchor of a text, not the text', () => {
    const text = {kind: 'text', key: 't', x: 10, y: 3, size: 12, text: 'abc'} as const;
    expect(mirrored(text)).to.include({x: 90, anchor: 'end', text: 'abc'});
    expect(mirrored({...text, anchor: 'end'})).to.include({x: 90, anchor: 'start'});
    expect(mirrored({...text, anchor: 'middle'})).to.include({x: 90, anchor: 'middle'});
  });

  it('moves a group and reflects what it holds around the origin of the group', () => {
    const group = mirrored({
      kind: 'group',
      key: 'g',
      x: 10,
      marks: [{kind: 'rect', key: 'r', x: 5, y: 0, width: 20, height: 4}],
    });
    expect(group).to.include({x: 90});
    expect(group.kind === 'group' && group.marks[0]).to.include({x: -25});
  });

  it('is the scene itself when mirrored twice', () =>
    expect(drawn(mirrorScene(mirrorScene(sceneOfEach)))).to.equal(drawn(sceneOfEach)));

  for (const chart of charts)
    for (const {name, data, view} of demoCases(chart))
      it(`keeps every text and comes back: ${chart.name}, ${name}, ${view}`, () => {
        const scene = sceneOf(chart, data, {view});
        const mirror = mirrorScene(scene);
        expect(drawn(mirror)).to.not.equal(drawn(scene));
        expect(textsOf(mirror)).to.deep.equal(textsOf(scene));
        expect(drawn(mirrorScene(mirror))).to.equal(drawn(scene));
      });
});
