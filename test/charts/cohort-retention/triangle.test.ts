import {expect} from 'chai';
import log from '../../../demo/data/cohort-retention.json';
import {cohortRetention} from '../../../src/charts/cohort-retention/definition.js';
import {localeOf} from '../../../src/locale/locale.js';
import {estimatedTextWidth} from '../../../src/chart/estimated-ruler.js';
import type {CellsMark, PathMark, TextMark} from '../../../src/scene/scene.js';
import {toCsv} from '../../../src/table/to-csv.js';
import {marksOf} from '../../support/scenes.js';
import {cohortRows, drawn, measured, optionsWith} from './cohorts.js';

const marksIn = (json: unknown, width = 720) => marksOf(drawn(json, {view: 'triangle'}, width).marks);
const pathIn = (json: unknown, key: string, width?: number) =>
  marksIn(json, width).find((mark) => mark.key === key) as PathMark | undefined;
const textsIn = (json: unknown, width?: number) =>
  marksIn(json, width).filter((mark): mark is TextMark => mark.kind === 'text');

describe('a cohort that customers can still join', () => {
  it('has its size hatched, and its name where no size is shown', () => {
    for (const width of [720, 320]) {
      const {y} = textsIn(log, width).find(({text}) => text === 'Dec 2011')!;
      const ends = [...pathIn(log, 'running sizes', width)!.d.matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, at]) =>
        Number(at),
      );
      expect(Math.min(...ends)).to.be.within(y - 16, y);
      expect(Math.max(...ends)).to.be.within(y - 4, y + 8);
    }
  });

  it('is told from others by data without age 0 as well', () => {
    const rows = [...cohortRows('2026-01', [400, 100]), ...cohortRows('2026-02', [100, null])];
    expect(pathIn({rows, asOf: '2026-02-10'}, 'running sizes')).not.to.equal(undefined);
    expect(textsIn({rows, asOf: '2026-02-10'}).map(({text}) => text)).to.include('so far');
    expect(pathIn({rows, asOf: '2026-02-28'}, 'running sizes')).to.equal(undefined);
    expect(pathIn({rows}, 'running sizes')).to.equal(undefined);
  });

  it('says so in tooltip, table and CSV', () => {
    const datum = drawn(log, {view: 'triangle'}).field!.datumOf({row: 25, column: 1})!;
    expect(datum.lines).to.deep.include({name: 'Customers at start', value: '28, so far'});
    const reading = {locale: localeOf('en'), options: optionsWith()};
    for (const view of ['triangle', 'trend'] as const) {
      const table = cohortRetention.tabulate(measured(log), {...reading, options: optionsWith({view})});
      expect(toCsv(table)).to.include('"Dec 2011, so far"').and.not.to.include('"Nov 2011, so far"');
    }
  });
});

describe('a triangle', () => {
  it('frames complete cells of nobody, which are neither blank nor shaded', () => {
    const rows = [...cohortRows('2026-01', [400, 200, 180]), ...cohortRows('2026-02', [0, 0])];
    const texts = textsIn({rows}).map(({text}) => text);
    expect(pathIn({rows}, 'empty')!.d.match(/M/g)).to.have.length(1);
    expect(texts).to.include('no customers');
    const cells = marksIn({rows}).find((mark): mark is CellsMark => mark.key === 'cells')!;
    expect([...cells.shades].map(Boolean)).to.deep.equal([true, true, false, false]);
    expect(pathIn({rows: cohortRows('2026-01', [400, 200])}, 'empty')).to.equal(undefined);
  });

  it('marks as not known what is complete, but of so many that nobody knows', () => {
    const rows = [...cohortRows('2026-01', [400, 200]), {cohort: '2026-02', period: 1, retained: 40}];
    expect(pathIn({rows}, 'unknown')!.d.match(/M/g)).to.have.length(1);
  });

  it('shades all series by one ramp', () => {
    const rows = ['web', 'app'].flatMap((series, index) =>
      cohortRows('2026-01', [100, 60 - 30 * index, 30]).map((row) => ({...row, series})),
    );
    const [web, app] = marksIn({rows}).filter((mark): mark is CellsMark => mark.key === 'cells');
    expect(app!.shades[0]).to.equal(web!.shades[1]);
    expect(web!.shades[0]).to.be.above(web!.shades[1]!);
    const ends = textsIn({rows}).filter(({key}) => key === 'ramp text');
    expect(ends.map(({text}) => text)).to.deep.equal(['60%', '60%']);
  });

  it('gives the name of its mean the room it takes in bold', () => {
    const rows = ['A', 'B'].flatMap((cohort) => cohortRows(cohort, [200, 90, 80, 70]));
    const {marks} = drawn({rows}, {view: 'triangle', mean: 'simple'}, 300);
    const name = marksOf(marks).find((mark): mark is TextMark => mark.key === 'row 0')!;
    const cells = marksOf(marks).find((mark): mark is CellsMark => mark.key === 'cells')!;
    expect(name.text).to.equal('Mean of cohorts');
    expect(estimatedTextWidth(name.text, name.size, 'bold')).to.be.at.most(cells.x - 4);
  });
});

it('the table says of every planned age whether the plan was met', () => {
  const rows = cohortRows('2026-01', [400, 220, 100]);
  const plan = [1, 2].map((period) => ({period, rate: 0.4}));
  const table = cohortRetention.tabulate(measured({rows, plan}), {locale: localeOf('en'), options: optionsWith()});
  const column = table.columns.findIndex(({label}) => label === 'Against plan');
  expect(table.rows.slice(0, 2).map((row) => row[column]!.text)).to.deep.equal([
    'met, clearly above',
    'missed, clearly below',
  ]);
});
