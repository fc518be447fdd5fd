import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import type {LiftRow} from '../../../src/charts/treatment-lift/schema.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Datum, GroupMark, Mark} from '../../../src/scene/scene.js';
import {marksOf, sceneOf, type SceneOptions} from '../../support/scenes.js';
import {misplacedIn} from '../../support/text-boxes.js';
import {measured, options, rates} from './tests.js';

/** A tenth of conversions more among the best, the same among the rest: 14, 10 and 6 % against 6 %. */
const three = [70, 50, 30].flatMap((t, index) => rates([t, 500], [30, 500]).map((row) => ({...row, bin: index + 1})));
const untrusted = {rows: three, allocation: {C: 1, T: 3}};

const drawn = (json: unknown, given: SceneOptions = {}): Mark[] =>
  marksOf(sceneOf(treatmentLift, json, {view: 'bins', ...given}).marks);

const groupOf = (marks: readonly Mark[], key: string): GroupMark =>
  marks.flatMap((mark) => (mark.kind === 'group' && mark.key === key ? mark : []))[0]!;

const textsOf = (marks: readonly Mark[]): string[] => marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : []));

const datumsOf = (marks: readonly Mark[]): Datum[] => marks.flatMap(({datum}) => datum ?? []);

/** What a reader is told in words: under the drawing, in the table, by pointing. */
function toldOf(json: unknown, lang = 'en'): string {
  const reading = {locale: localeOf(lang), options: {...options, view: 'bins' as const}};
  const metrics = measured(json, {view: 'bins'});
  const {columns, rows} = treatmentLift.tabulate(metrics, reading);
  const cells = rows.map((row) => row.map(({text}) => text));
  return [...treatmentLift.notes(metrics, reading), ...columns.map(({label}) => label), cells].join('\n');
}

describe('treatment-lift: score bins', () => {
  before(() => treatmentLift.learn('zh-CN'));

  it('both curves are drawn with a random order, each with its area', () => {
    const marks = drawn(three);
    // By hand: uplift (0.14 − 0.06) × 1000 = 80, 120, 120; Qini 70 − 30 = 40, 60, 60; areas less half of the end.
    for (const [key, values, texts] of [
      ['uplift', [80, 120, 120], ['Uplift curve', 'Uplift area 26.7', 'Difference in conversions, all customers']],
      ['qini', [40, 60, 60], ['Qini curve', 'Qini area 13.3', 'Difference in conversions, treated only']],
    ] as const) {
      const own = marksOf([groupOf(marks, key)]);
      expect(textsOf(own)).to.include.members([...texts, 'random order']);
      expect(own.map(({part}) => part)).to.include.members([key, 'random', 'area', 'zero']);
      const dots = own.flatMap((mark) => (mark.kind === 'circle' ? mark.cy : []));
      const zero = own.flatMap((mark) => (mark.part === 'zero' && mark.kind === 'line' ? mark.y1 : []))[0]!;
      const scale = values[0] / (zero - dots[0]!);
      dots.forEach((y, index) => expect((zero - y) * scale).to.be.closeTo(values[index]!, 0.01));
    }
    expect(toldOf(three)).to.include(
      'on average 26.7 conversions above a random order (uplift area), 13.3 among the treated (Qini area)',
    );
    expect(toldOf(three, 'zh-CN')).to.include('多 26.7 次转化（增益面积），仅处理组为 13.3 次（Qini 面积）');
  });

  it('every cut of a curve can be pointed at, under its bin in the grid of arrow keys', () => {
    const datums = datumsOf(drawn(three));
    expect(datums.map(({row, column}) => `${row}.${column}`)).to.deep.equal([
      '0.0',
      '0.1',
      '0.2',
      '1.0',
      '1.1',
      '1.2',
      '2.0',
      '2.1',
      '2.2',
    ]);
    expect(new Set(datums.map(({id}) => id)).size).to.equal(9);
    const [cut] = datums.slice(3);
    expect(cut!.label).to.equal('Metric, T, Uplift curve, 33.3% (share of customers): 80 (random order 40).');
    expect(cut!.lines.map(({value}) => value)).to.deep.equal(['33.3%', '80', '40']);
    expect(cut!.detail).to.include({curve: 'uplift'});
    expect(cut!.detail['value']).to.be.closeTo(80, 1e-9);
  });

  it('the table has each area where its curve ends, and the exports are made of it', () => {
    const {columns, rows} = treatmentLift.tabulate(measured(three, {view: 'bins'}), {
      locale: localeOf('en'),
      options: {...options, view: 'bins'},
    });
    const columnOf = (name: string) => {
      const index = columns.findIndex(({label}) => label === name);
      return rows.map((row) => row[index]!.value);
    };
    expect(columnOf('Uplift area').slice(0, 2)).to.deep.equal([null, null]);
    expect(columnOf('Uplift area')[2]).to.be.closeTo(80 / 3, 1e-9);
    expect(columnOf('Qini area')[2]).to.be.closeTo(40 / 3, 1e-9);
  });

  it('of a split that fails no area is told, and where a bin is withheld there is no curve', () => {
    const marks = drawn(untrusted);
    expect(textsOf(marks).join('\n')).to.include('Uplift curve').and.not.include('area');
    expect(toldOf(untrusted)).not.to.match(/area/i);
    const small: LiftRow[] = three.map((row) => (row.bin === 2 && !row.control ? {...row, conversions: 3} : row));
    const hidden = drawn(small, {minCell: 5});
    expect(hidden.map(({key}) => key)).not.to.include.members(['uplift']);
    expect(hidden.map(({part}) => part)).not.to.include.members(['area']);
    expect(datumsOf(hidden)).to.have.length(3);
  });

  it('the curves stand beside the bins, below them, or one below the other', () => {
    const placesAt = (width: number) => {
      const marks = drawn(three, {width});
      return ['uplift', 'qini'].map((key) => {
        const {x, y} = groupOf(marks, key);
        return [x! > 0, y! > 0];
      });
    };
    expect(placesAt(1000)).to.deep.equal([
      [true, false],
      [true, false],
    ]);
    expect(placesAt(720)).to.deep.equal([
      [false, true],
      [true, true],
    ]);
    expect(placesAt(320)).to.deep.equal([
      [false, true],
      [false, true],
    ]);
  });

  const many = (count: number): LiftRow[] =>
    Array.from({length: count}, (_, index): LiftRow[] =>
      [
        {arm: 'C', control: true, n: 20_000, conversions: 3000},
        {arm: 'A', n: 20_000, conversions: 4000},
        {arm: 'B', n: 20, conversions: 4},
      ].map((row) => ({...row, bin: index + 1})),
    ).flat();

  for (const count of [12, 60, 120])
    it(`the marks of ${count} bins stay apart, and so do their names`, () => {
      for (const width of [288, 720])
        for (const lang of ['en', 'zh-CN']) {
          const scene = sceneOf(treatmentLift, many(count), {view: 'bins', minCell: 0, width, lang});
          expect(misplacedIn(scene), `${count} at ${width}`).to.deep.equal([]);
          const bins = marksOf(scene.marks).flatMap((mark) =>
            mark.kind === 'group' && mark.key.startsWith('bin ') ? mark : [],
          );
          const room = bins[1]!.x! - bins[0]!.x!;
          const arrows = marksOf(bins).flatMap((mark) => (mark.kind === 'path' && mark.part === 'arrow' ? mark.d : []));
          expect(arrows.length).to.be.at.least(count);
          for (const d of arrows) expect(Number(/H([\d.]+)Z/.exec(d)![1]) * 2).to.be.at.most(Math.max(2, room));
          for (const mark of marksOf(bins))
            if (mark.kind === 'circle') expect(mark.r * 2).to.be.at.most(Math.max(2, room));
        }
    });
});
