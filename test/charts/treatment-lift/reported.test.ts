import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import type {TreatmentLiftOptions} from '../../../src/charts/treatment-lift/metrics.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Mark} from '../../../src/scene/scene.js';
import {marksOf, sceneOf} from '../../support/scenes.js';
import {drawnMarks, measured, options, pair, rates} from './tests.js';

type ViewName = TreatmentLiftOptions['view'];

const OWN = {lift: 0.5, low: 0.1, high: 0.9, level: 0.9, pValue: 0.03};

/** Rows for a view, with or without a result of the back-end's own. */
const rowsFor = (view: ViewName, own: object = OWN) =>
  rates([90, 500], [50, 500]).map((row) => ({
    ...row,
    ...(row.control ? {} : own),
    ...(view === 'time' ? {date: '2026-01-05'} : view === 'bins' ? {bin: 1} : {}),
  }));

/** Lines of all tooltips, the notes, and the table as heading: text. */
function toldIn(view: ViewName, rows: readonly object[], given: Partial<TreatmentLiftOptions> = {}) {
  const metrics = measured(rows, {view, ...given});
  const reading = {locale: localeOf('en'), options: {...options, view, ...given}};
  const {columns, rows: cells} = treatmentLift.tabulate(metrics, reading);
  const scene = sceneOf(treatmentLift, rows, {view, minCell: given.minCell ?? 0});
  return {
    lines: marksOf(scene.marks).flatMap(({datum}) => datum?.lines.map(({name, value}) => `${name}: ${value}`) ?? []),
    labels: marksOf(scene.marks).flatMap(({datum}) => datum?.label ?? []),
    notes: treatmentLift.notes(metrics, reading).join('\n'),
    table: cells.flatMap((row) => row.map(({text}, index) => `${columns[index]!.label}: ${text}`)),
  };
}

describe('treatment-lift: results of the back-end’s own', () => {
  for (const [view, name] of [
    ['arms', 'Lift, Reported by the back-end'],
    ['time', 'Reported by the back-end'],
    ['bins', 'Reported by the back-end'],
  ] as const)
    it(`stand in tooltip and table of ${view}, and only there does a note send the reader`, () => {
      const {lines, table, notes} = toldIn(view, rowsFor(view));
      expect(lines).to.include(`${name}, 90% intervals: +50.0% (+10.0% to +90.0%), p = 0.030`);
      expect(table).to.include.members([
        `${name}: +50.0%`,
        `${name}, low: +10.0%`,
        `${name}, high: +90.0%`,
        `${name}, p: 0.030`,
      ]);
      expect(notes).to.include('What the back-end reports is in the table');
      const none = toldIn(view, rowsFor(view, {}));
      expect([...none.lines, ...none.table, none.notes].join()).not.to.match(/back-end/);
    });

  it('are all that a day says where there is nothing else, and are withheld with their group', () => {
    const only = pair(OWN, {}).map((row) => ({...row, date: '2026-01-05'}));
    expect(toldIn('time', only).labels[0]).to.match(/Reported by the back-end, 90% intervals: \+50\.0%/);
    for (const view of ['arms', 'time', 'bins'] as const) {
      const small = rowsFor(view).map((row) => (row.control ? row : {...row, conversions: 3}));
      const {lines, table, notes, labels} = toldIn(view, small, {minCell: 5});
      expect([...lines, ...table, ...labels, notes].join('\n'), view).not.to.match(/back-end|50\.0%|90\.0%/);
    }
  });

  it('are a grey course with its band where a test has nothing else by date', () => {
    const daysOf = (own: object) =>
      ['2026-01-05', '2026-01-06', '2026-01-07'].flatMap((date) => pair(own, {}).map((row) => ({...row, date})));
    const marks = drawnMarks(daysOf({lift: 0.5, low: 0.1, high: 0.9}), {view: 'time'});
    const pathOf = (part: string) =>
      marks.flatMap((mark) => (mark.kind === 'path' && mark.part === part ? [mark] : []))[0];
    expect(pathOf('course')?.d.match(/[ML]/g)).to.deep.equal(['M', 'L', 'L']);
    expect(pathOf('band')?.d.match(/[ML]/g)?.length).to.equal(6);
    expect([pathOf('course')?.paint?.stroke, pathOf('band')?.paint?.fill]).to.deep.equal(['context', 'context']);
    expect(marks.flatMap((mark) => (mark.kind === 'text' && mark.key === 'end' ? mark.text : []))).to.deep.equal([
      '+50.0%',
    ]);
    const notes = (own: object) => toldIn('time', daysOf(own)).notes;
    expect(notes(OWN))
      .to.include('As the back-end reports it, not computed here: ')
      .and.not.to.include('is in the table');
    // Without an upper limit the band goes on upwards.
    const oneSided = drawnMarks(daysOf({lift: 0.5, low: 0.1}), {view: 'time'});
    expect(oneSided.filter(({part}) => part === 'arrow').length).to.equal(1);
  });

  it('are grey intervals in the bins where nothing else is given by score, and the headline is of what is compared', () => {
    const binned = [1, 2].flatMap((bin) => pair(OWN, {}).map((row) => ({...row, bin, metric: 'Orders'})));
    const marks = drawnMarks(binned, {view: 'bins'});
    const lines = marks.flatMap((mark) => (mark.kind === 'line' && mark.part === 'interval' ? [mark] : []));
    expect(lines.map(({paint}) => paint?.stroke)).to.deep.equal(['context', 'context']);
    expect(marks.flatMap((mark) => (mark.kind === 'text' && mark.key.startsWith('tick ') ? mark.text : []))).to.satisfy(
      (ticks: readonly string[]) => ticks.some((tick) => tick.endsWith('%')),
    );
    expect(toldIn('bins', binned).notes)
      .to.include('As the back-end reports it, not computed here: ')
      .and.not.to.include('is in the table');
    const headlineOf = (rows: readonly object[]) =>
      treatmentLift.headline(measured(rows, {view: 'bins'}), {
        locale: localeOf('en'),
        options: {...options, view: 'bins'},
      }).text;
    expect(headlineOf(binned)).to.equal('No comparison has an interval: no customers given.');
    const counted = rowsFor('bins', {}).map((row) => ({...row, metric: 'Buyers'}));
    expect(headlineOf([...binned, ...counted])).to.include('Buyers');
  });

  /** The dashed line of a row that only the back-end measures, and its arrows. */
  function drawn(own: object): {readonly line: readonly number[] | null; readonly arrows: readonly string[]} {
    const {marks} = sceneOf(treatmentLift, pair(own, {}));
    const [group] = marksOf(marks).flatMap((mark) => (mark.part === 'reported' && mark.kind === 'group' ? mark : []));
    const parts: readonly Mark[] = group?.marks ?? [];
    const [line] = parts.flatMap((mark) => (mark.kind === 'line' ? [[mark.x1, mark.x2]] : []));
    return {line: line ?? null, arrows: parts.flatMap((mark) => (mark.part === 'arrow' ? mark.key : []))};
  }

  it('with one limit are a line from it, and an arrow where nothing bounds them', () => {
    const [both, low, high] = [OWN, {lift: 0.5, low: 0.1}, {lift: -0.5, high: -0.1}].map(drawn);
    expect(both!.arrows).to.deep.equal([]);
    expect(low!.arrows).to.deep.equal(['high']);
    expect(high!.arrows).to.deep.equal(['low']);
    // One mirrors the other, but for the width of their words.
    expect(low!.line![1]! - low!.line![0]!).to.be.closeTo(high!.line![1]! - high!.line![0]!, 10);
    expect(drawn({lift: 0.5}).line).to.equal(null);
    for (const own of [{low: 0}, {high: 0}, {low: 0.1}, {lift: 0, low: 0}])
      expect(drawn(own).line!.every(Number.isFinite), JSON.stringify(own)).to.equal(true);
    const {notes} = toldIn('intervals', pair({lift: 0.5, low: 0.1}, {}));
    expect(notes).to.include('Dashed: as the back-end reports it');
  });

  it('are drawn beside ours as lifts, unless the page asks for differences', () => {
    const isDrawn = (scale: TreatmentLiftOptions['scale'], own?: object) =>
      drawnMarks(rowsFor('intervals', own), {scale}).some(({part}) => part === 'reported');
    expect(isDrawn('auto')).to.equal(true);
    expect(isDrawn('auto', {})).to.equal(false);
    expect(isDrawn('absolute')).to.equal(false);
  });
});
