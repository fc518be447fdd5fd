import {expect} from 'chai';
import loyaltyAndValue from '../../../demo/data/loyalty-and-value.json';
import loyaltyGroups from '../../../demo/data/loyalty-groups.json';
import revenueQuarters from '../../../demo/data/revenue-quarters.json';
import walletAffinity from '../../../demo/data/wallet-affinity.json';
import {frameOf} from '../../../src/chart/frame.js';
import {segmentMatrix} from '../../../src/charts/segment-matrix/definition.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Mark, Scene} from '../../../src/scene/scene.js';
import {outsideOf, overlapsAmong, textBoxesOf} from '../../support/text-boxes.js';
import {optionsOf} from './read.js';
import {segment} from './said.js';

function sceneOf(json: unknown, width: number): Scene {
  const options = optionsOf({view: 'share'});
  const {metrics, issues} = segmentMatrix.measure(json, options);
  if (!metrics) throw new Error(JSON.stringify(issues));
  return segmentMatrix.draw(metrics, {locale: localeOf('en'), options, frame: frameOf({width})});
}

const textsOf = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const barsOf = ({marks}: Scene) =>
  marks.flatMap((mark) => (mark.kind === 'group' && mark.part === 'segment' ? [mark] : []));
const keyOf = ({marks}: Scene) => textsOf(marks.filter(({key}) => key.startsWith('key ')));

const DATA = {walletAffinity, revenueQuarters, loyaltyGroups};

describe('names of the bars of shares', () => {
  for (const [name, data] of Object.entries(DATA))
    for (const width of [240, 288, 400, 560, 700, 1100])
      it(`stand above each, on two lines where they need them, or in the key: ${name}, ${width} px`, () => {
        const scene = sceneOf(data, width);
        const key = keyOf(scene);
        for (const {key: given, marks} of barsOf(scene)) {
          const [first = '', second = ''] = textsOf(marks);
          const isEntry = key.some((text) => text.startsWith(`${first} ${given}`));
          const told = [first, `${first} ${second}`].map((text) => text.replace('…', ''));
          const isName = told.some((text) => text === given || (text.length > 4 && given.startsWith(text)));
          expect(isEntry || isName, `${given}: ${first} ${second}`).to.equal(true);
        }
        const texts = textBoxesOf(scene);
        expect([...overlapsAmong(texts), ...outsideOf(scene, texts)]).to.deep.equal([]);
      });

  it('are told with the index', () =>
    expect(keyOf(sceneOf(walletAffinity, 700))).to.deep.equal([
      '1 Devoted cooks: Index 150',
      '2 Neighbours: Index 78',
      '3 Weekend guests: Index 54',
      '4 Recipe seekers: Index 56',
    ]));

  it('are told whole in the key, by letters before figures, where cut they would be the same', () => {
    for (const width of [340, 700]) {
      const scene = sceneOf(loyaltyAndValue, width);
      const key = keyOf(scene);
      expect(key[0]).to.match(/^A 1 day, baskets under £200: Index/);
      expect(barsOf(scene).flatMap(({marks}) => textsOf(marks).slice(0, 1))).to.deep.equal(key.map((text) => text[0]));
    }
  });

  it('do not touch their bars', () => {
    for (const data of Object.values(DATA))
      for (const width of [288, 700])
        for (const {marks} of barsOf(sceneOf(data, width))) {
          const bar = marks.find((mark) => mark.kind === 'rect' && mark.part === 'bar') as Mark & {y: number};
          const baselines = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.y] : []));
          // Letters like g reach a quarter of their size under the line that they stand on.
          expect(Math.max(0, ...baselines) + 3).to.be.at.most(bar.y - 2);
        }
  });

  it('are left to tooltip and table where there are too many', () => {
    const many = {rows: Array.from({length: 24}, (_, i) => segment(`A long name, ${i}`, 50, 90 + i))};
    const scene = sceneOf(many, 700);
    expect(keyOf(scene)).to.be.empty;
    for (const {marks} of barsOf(scene)) expect(textsOf(marks)).to.be.empty;
  });
});
