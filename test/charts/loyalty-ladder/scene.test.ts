import {expect} from 'chai';
import '../../support/every-language.js';
import {loyaltyLadder} from '../../../src/charts/loyalty-ladder/definition.js';
import type {Mark} from '../../../src/scene/scene.js';
import {renderToSvg} from '../../../src/static.js';
import {demoCases, demoLadders} from '../../support/demo-data.js';
import {marksOf, sceneOf} from '../../support/scenes.js';
import {expectStored} from '../../support/stored-drawing.js';

const SCENES = '../../scenes';
const stored = (name: string, json: unknown, options: Parameters<typeof renderToSvg>[2]) =>
  expectStored(`loyalty-ladder-${name}`, renderToSvg('loyalty-ladder', json, options), SCENES);

describe('the stored drawing', () => {
  for (const {name, data, view} of demoCases(loyaltyLadder))
    it(`of ${name}, ${view}`, () => stored(`${name}-${view}`, data, {view}));

  it('of the ladder in Chinese and in the dark', () =>
    stored('chinese-dark', demoLadders['neglected-rungs'], {lang: 'zh', theme: 'dark'}));

  for (const view of loyaltyLadder.views)
    it(`of the ladder on a narrow screen, ${view}`, () =>
      stored(`narrow-${view}`, demoLadders['loyalty-ladder'], {view, width: 320}));
});

const datumsIn = (json: unknown, view: string) =>
  marksOf(sceneOf(loyaltyLadder, json, {view, minCell: 0}).marks).flatMap(({datum}) => (datum ? [datum] : []));

describe('marks that stand for data', () => {
  const rows = [{rung: 'customer', count: 1200, previous: 1000}, {rung: 'client', count: 300}, {rung: 'partner'}];

  it('are read from the highest rung to the lowest', () =>
    expect(datumsIn(rows, 'ladder').map(({label}) => label)).to.deep.equal([
      'Partner: not measured',
      'Client: 300 customers.',
      'Customer: 1,200 customers.',
    ]));

  it('are read from the first step to the last in a funnel', () =>
    expect(datumsIn({basis: 'reached', rows}, 'funnel').map(({title}) => title)).to.deep.equal([
      'Customer',
      'Client',
      'Partner',
    ]));

  it('say what moved', () => {
    const moves = [
      {from: 'customer', to: 'client', count: 40},
      {from: 'customer', to: 'customer', count: 50},
      {from: null, to: 'client', count: 7},
      {from: 'client', to: null, count: 9},
    ];
    expect(datumsIn({moves}, 'moves').map(({label}) => label)).to.deep.equal([
      'Customer: 50 customers stayed.',
      'From Customer to Client: 40 customers.',
      'From Client to Exits: 9 customers.',
      'From Entries to Client: 7 customers.',
    ]);
  });

  it('name their series', () =>
    expect(
      datumsIn(
        [
          {rung: 'client', series: 'North', count: 1},
          {rung: 'client', series: 'South', count: 2},
        ],
        'ladder',
      ).map(({label}) => label),
    ).to.deep.equal(['North, Client: 1 customer.', 'South, Client: 2 customers.']));

  it('carry plain values for the page', () => {
    const [datum] = datumsIn([{rung: 'client', count: 300, previous: 200, target: 400}], 'ladder');
    expect(datum!.detail).to.deep.equal({
      series: null,
      rung: 'client',
      count: 300,
      share: 1,
      previous: 200,
      target: 400,
    });
  });

  for (const {name, data, view} of demoCases(loyaltyLadder))
    it(`stand in a grid without two in one place: ${name}, ${view}`, () => {
      const places = datumsIn(data, view).map(({row, column}) => `${row} ${column}`);
      expect(new Set(places).size).to.equal(places.length);
    });
});

describe('what is drawn', () => {
  const partsOf = (json: unknown, view = 'ladder') =>
    marksOf(sceneOf(loyaltyLadder, json, {view, minCell: 0}).marks).map(({part}: Mark) => part);
  const count = (json: unknown, part: string) => partsOf(json).filter((found) => found === part).length;

  it('is a bar, an outline and a target only where there is a number', () => {
    const rows = [
      {rung: 'customer', count: 0, previous: 5, target: 3},
      {rung: 'client', count: 4},
      {rung: 'partner', previous: 2},
    ];
    expect(['bar', 'previous', 'target'].map((part) => count(rows, part))).to.deep.equal([2, 2, 1]);
  });

  it('is never smaller than twelve pixels where it is text', () => {
    for (const {data, view} of demoCases(loyaltyLadder))
      for (const mark of marksOf(sceneOf(loyaltyLadder, data, {view, width: 320}).marks))
        if (mark.kind === 'text') expect(mark.size).to.be.at.least(12);
  });
});
