import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {demoCases} from '../../support/demo-data.js';
import {marksOf, sceneOf} from '../../support/scenes.js';
import {misplacedIn} from '../../support/text-boxes.js';
import {rates} from './tests.js';

describe('treatment-lift: places', () => {
  for (const {name, data, view} of demoCases(treatmentLift))
    for (const lang of ['en', 'zh-CN'])
      it(`${name} as ${view} in ${lang}: nothing overlaps or leaves the drawing`, () => {
        for (const width of [288, 480, 560, 720, 1100])
          expect(misplacedIn(sceneOf(treatmentLift, data, {view, width, lang})), `at ${width}`).to.deep.equal([]);
      });

  it('zero is on the scale of every comparison and an interval that nothing bounds ends in an arrow', () => {
    const scene = sceneOf(treatmentLift, [
      ...rates([50, 500], [0, 500]).map((row) => ({...row, metric: 'None'})),
      ...rates([90, 500], [60, 500]).map((row) => ({...row, metric: 'Some'})),
    ]);
    const parts = marksOf(scene.marks).map(({part}) => part);
    expect(parts.filter((part) => part === 'zero')).to.have.length(1);
    expect(parts.filter((part) => part === 'arrow')).to.have.length(1);
  });

  it('what shows nothing is drawn open and grey, what shows something filled and in colour', () => {
    const estimates = (t: readonly [number, number], c: readonly [number, number]) =>
      marksOf(sceneOf(treatmentLift, rates(t, c)).marks)
        .filter(({part}) => part === 'estimate')
        .map(({paint}) => paint?.fill);
    expect(estimates([52, 500], [50, 500])).to.deep.equal(['ground']);
    expect(estimates([90, 500], [50, 500])).to.deep.equal(['gain']);
    expect(estimates([50, 500], [90, 500])).to.deep.equal(['loss']);
  });
});
