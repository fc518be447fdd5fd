import {expect} from 'chai';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import winBack from '../../../demo/data/win-back-test.json';
import {estimatedTextWidth} from '../../../src/chart/estimated-ruler.js';
import {frameOf} from '../../../src/chart/frame.js';
import {localeOf} from '../../../src/locale/locale.js';
import {forcedDeclarations} from '../../../src/theme/theme.js';
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

  it('a margin is seen beneath an interval in grey also where a reader has chosen the colours', () => {
    const rows = rates([52, 500], [50, 500]).map((row) => ({...row, metric: 'Returns'}));
    const metrics = [{id: 'Returns', better: 'down', guardrail: true, margin: 0.05}];
    const [margin, ...others] = marksOf(sceneOf(treatmentLift, {rows, metrics}).marks).filter(
      ({part}) => part === 'margin',
    );
    const forced = (ink: string | undefined) => new RegExp(`--_${ink}: (\\w+)`).exec(forcedDeclarations)?.[1];
    expect([others.length, forced(margin?.paint?.fill), forced(margin?.paint?.stroke)]).to.deep.equal([
      ...[0, 'Canvas', 'GrayText'],
    ]);
  });

  const textsIn = (data: unknown, width: number): string[] =>
    marksOf(sceneOf(treatmentLift, data, {width}).marks).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

  it('counts stand behind each rate where they have room, and the rates alone where they have none', () => {
    const data = rates([90, 500], [50, 500]);
    expect(textsIn(data, 760)).to.include.members(['18.0% (90 of 500)', 'against 10.0% (50 of 500)']);
    const narrow = textsIn(data, 320);
    expect(narrow).to.include('18.0% against 10.0%');
    expect(narrow.filter((text) => text.includes('(90 of'))).to.deep.equal([]);
  });

  it('what has no room is left out: a number that is cut reads as another', () => {
    const rows = rates([123_456, 1_000_000], [5_731, 1_000_000]).map((row) => ({...row, metric: 'Purchases'}));
    for (const width of [200, 240, 288, 320, 400])
      for (const text of textsIn({rows}, width)) expect(text, `at ${width}`).not.to.match(/[\d.,%]…/);
    expect(textsIn({rows}, 400)).to.include('12.3% against 0.573%');
  });

  it('guardrails stand apart, after the others, whatever their place in the data', () => {
    const named = (metric: string) => rates([90, 500], [50, 500]).map((row) => ({...row, metric}));
    const rows = [...named('Returns'), ...named('Buys')];
    const texts = textsIn({rows, metrics: [{id: 'Returns', guardrail: true}]}, 760);
    expect(texts.filter((text) => ['Guardrails', 'Returns', 'Buys'].includes(text))).to.deep.equal([
      'Buys',
      'Guardrails',
      'Returns',
    ]);
    expect(textsIn({rows}, 760)).not.to.include('Guardrails');
  });

  it('the interval of the back-end is drawn beside ours, dashed and without colour', () => {
    const rows = rates([90, 500], [50, 500]).map((row) =>
      row.control ? row : {...row, lift: 0.5, low: 0.1, high: 0.9},
    );
    const both = [...rows, ...rates([80, 500], [50, 500])].map((row, index) => ({
      ...row,
      metric: index < 2 ? 'A' : 'B',
    }));
    const marks = marksOf(sceneOf(treatmentLift, {rows: both}).marks);
    const own = marks.flatMap((mark) => (mark.kind === 'group' && mark.part === 'reported' ? marksOf(mark.marks) : []));
    expect(own.map(({paint}) => paint?.stroke)).to.deep.equal(['muted', 'muted']);
    expect(own[0]!.paint?.dash).to.have.length(2);
    expect(marks.filter(({part}) => part === 'interval')).to.have.length(2);
  });

  it('bins have their Qini curve with the area above a random order; days the band of one look inside the other', () => {
    const partsOf = (data: unknown, given: Partial<typeof treatmentLift.defaults>) => {
      const options = {...treatmentLift.defaults, ...given};
      const {metrics} = treatmentLift.measure(data, options);
      const locale = localeOf('en');
      const frame = frameOf({width: 720, textWidth: estimatedTextWidth});
      return marksOf(treatmentLift.draw(metrics!, {frame, locale, options}).marks).map(({part}) => part);
    };
    const bins = [1, 2, 3].flatMap((bin) => rates([90 - bin * 20, 500], [30, 500]).map((row) => ({...row, bin})));
    expect(partsOf(bins, {view: 'bins'})).to.include.members(['estimate', 'qini', 'random', 'area']);
    expect(partsOf(winBack, {view: 'time'}))
      .to.include('band')
      .and.not.include('inner-band');
    expect(partsOf(winBack, {view: 'time', anyTime: true})).to.include.members(['band', 'inner-band', 'course']);
  });

  it('scores of one metric share a scale, and a limit beyond it ends in an arrow', () => {
    const bins = (n: number, arm: string) =>
      [1, 2, 3].flatMap((bin) =>
        rates([n * 0.2, n], [n * 0.15, n]).map((row) => ({...row, bin, arm: row.control ? 'C' : arm})),
      );
    const control = bins(20_000, 'A').filter((row) => row.control);
    const treated = [...bins(20_000, 'A'), ...bins(20, 'B')].filter((row) => !row.control);
    const scene = sceneOf(treatmentLift, {rows: [...control, ...treated]}, {view: 'bins', minCell: 0});
    const panels = marksOf(scene.marks).flatMap((mark) => (mark.kind === 'group' && mark.part === 'panel' ? mark : []));
    const [first, second] = panels.map(({marks}) => marks.flatMap((mark) => (mark.key === 'bins' ? mark : [])));
    const [a, b] = [first!, second!].map((own) => marksOf(own));
    const ticks = (marks: typeof a) =>
      marks!.flatMap((mark) => (mark.kind === 'text' && mark.key.startsWith('tick ') ? [mark.text] : []));
    expect(ticks(a)).to.deep.equal(ticks(b));
    const arrows = (marks: typeof a) => marks!.filter(({part}) => part === 'arrow').length;
    expect([arrows(a), arrows(b)]).to.deep.equal([0, 3]);
  });

  it('a title names the level of every interval under it, and none of the back-end’s', () => {
    const named = (metric: string) => rates([90, 500], [50, 500]).map((row) => ({...row, metric}));
    const rows = ['A', 'B', 'C'].flatMap(named);
    const metrics = ['A', 'B'].map((id) => ({id, family: true}));
    const titles = (data: unknown) => textsIn(data, 760).filter((text) => text.startsWith('Lift against'));
    expect(titles({rows, metrics})).to.deep.equal(['Lift against C, 97.5% intervals', 'Lift against C, 95% intervals']);
    const reported = [
      {arm: 'C', control: true},
      {arm: 'T', lift: 0.1, low: 0.02, high: 0.2, level: 0.9},
    ];
    expect(titles({rows: reported})).to.deep.equal(['Lift against C, as the back-end reports it']);
  });

  it('what the back-end reports stands at its own level, with its p, and half a range in words', () => {
    const lineOf = (given: object) => {
      const rows = [
        {arm: 'C', control: true},
        {arm: 'T', lift: 0.1, ...given},
      ];
      const datum = marksOf(sceneOf(treatmentLift, {rows}).marks).flatMap((mark) =>
        'datum' in mark ? mark.datum : [],
      )[0]!;
      const line = datum.lines.find(({name}) => name.startsWith('Reported'))!;
      expect(datum.label).to.include(line.value);
      return `${line.name}: ${line.value}`;
    };
    expect(lineOf({low: 0.02, high: 0.2, level: 0.9, pValue: 0.03})).to.match(
      /^Reported by the back-end, 90% intervals: \+10.*% \(\+2.*% to \+20.*%\), p = 0\.030$/,
    );
    expect(lineOf({low: 0.02})).to.match(/\(\+2.*% or more\)$/);
    expect(lineOf({high: 0.2})).to.match(/\(\+20.*% or less\)$/);
    expect(lineOf({})).not.to.include('(');
  });

  it('of a test that cannot be trusted nothing is drawn in colour, whatever the view', () => {
    const rowsOf = (n: number) =>
      [1, 2, 3].flatMap((k) => rates([n * k * 0.2, n * k], [500 * k * 0.1, 500 * k]).map((row) => ({...row, k})));
    for (const n of [500, 900])
      for (const [view, field] of [
        ['time', 'date'],
        ['bins', 'bin'],
      ] as const) {
        const rows = rowsOf(n).map(({k, ...row}) => ({...row, [field]: field === 'bin' ? k : `2026-01-0${k}`}));
        const marks = marksOf(sceneOf(treatmentLift, {rows, allocation: {C: 1, T: 1}}, {view}).marks);
        const accents = marks.filter(({paint}) => [paint?.fill, paint?.stroke].includes('accent'));
        expect(accents.length > 0, `${view} of ${n}`).to.equal(n === 500);
      }
  });

  it('the Qini curve runs through no words: their label moves or is left out', () => {
    const shown = (treated: readonly number[]) => {
      const rows = treated.flatMap((t, bin) => rates([t, 500], [50, 500]).map((row) => ({...row, bin})));
      return marksOf(sceneOf(treatmentLift, rows, {view: 'bins'}).marks).some(({key}) => key === 'random order');
    };
    expect(shown([120, 80, 60])).to.equal(true);
    expect(shown([50, 50, 400])).to.equal(false);
  });

  it('a headline names a metric without a name as one does in a sentence', () => {
    const {metrics} = treatmentLift.measure(
      {randomised: true, rows: rates([90, 500], [50, 500])},
      treatmentLift.defaults,
    );
    const {text} = treatmentLift.headline(metrics!, {locale: localeOf('en'), options: treatmentLift.defaults});
    expect(text).to.match(/ raised the outcome by /);
  });

  it('an interval for looking at any time is not drawn without a plan, nor that of one look in its place', () => {
    const pointsOf = (planned: number | undefined) => {
      const options = {...treatmentLift.defaults, view: 'time' as const, anyTime: true};
      const {metrics} = treatmentLift.measure({...winBack, planned}, options);
      return metrics!.metrics[0]!.courses[0]!.points;
    };
    expect(pointsOf(80_000).every(({diffLow, oneLook}) => diffLow !== null && oneLook !== null)).to.equal(true);
    expect(pointsOf(undefined).every(({diffLow, oneLook}) => diffLow === null && oneLook === null)).to.equal(true);
  });

  /** Marks of a part with the value that a height stands for, read off the labels of the scale. */
  function courseOf(data: unknown, given: Partial<typeof treatmentLift.defaults> = {}) {
    const options = {...treatmentLift.defaults, view: 'time' as const, ...given};
    const {metrics} = treatmentLift.measure(data, options);
    const frame = frameOf({width: 720, textWidth: estimatedTextWidth});
    const marks = marksOf(treatmentLift.draw(metrics!, {frame, locale: localeOf('en'), options}).marks);
    const labels = marks.flatMap((mark) =>
      mark.kind === 'text' && mark.key.startsWith('tick ') ? [Number(mark.text) / 100] : [],
    );
    const lines = marks.flatMap((mark) => (mark.kind === 'line' && mark.part === 'grid' ? [mark.y1] : []));
    const ticks = labels.map((value, index) => ({value, y: lines[index]!}));
    const [first, last] = [ticks[0]!, ticks.at(-1)!];
    const placeOf = (value: number) =>
      first.y + ((value - first.value) / (last.value - first.value)) * (last.y - first.y);
    const pathOf = (part: string) =>
      marks.flatMap((mark) => (mark.kind === 'path' && mark.part === part ? mark.d : []))[0]!;
    const ysOf = (part: string) => [...pathOf(part).matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    const arrows = marks.filter((mark) => mark.part === 'arrow');
    return {points: metrics!.metrics[0]!.courses[0]!.points, placeOf, ysOf, pathOf, arrows};
  }

  const day = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
  const daysOf = (count: number, [t, c]: readonly [(n: number) => number, (n: number) => number]) =>
    Array.from({length: count}, (_, index) =>
      rates([t((index + 1) * 100), (index + 1) * 100], [c((index + 1) * 100), (index + 1) * 100]).map((row) => ({
        ...row,
        date: day(index),
      })),
    ).flat();

  it('every point of a course, and every limit, is drawn at its value’s place', () => {
    for (const planned of [80_000, null])
      for (const anyTime of [false, true]) {
        const {points, placeOf, ysOf, arrows} = courseOf({...winBack, planned}, {anyTime});
        const drawn = ysOf('course');
        points.forEach(({diff}, index) => expect(drawn[index]).to.be.closeTo(placeOf(diff!), 0.02));
        if (points[0]!.diffLow === null) continue;
        const band = ysOf('band');
        points.forEach(({diffLow, diffHigh}, index) => {
          expect(band[index]).to.be.closeTo(placeOf(diffHigh!), 0.02);
          expect(band[2 * points.length - 1 - index]).to.be.closeTo(placeOf(diffLow!), 0.02);
        });
        expect(arrows).to.deep.equal([]);
      }
  });

  it('early limits that would crush the course leave the picture under arrows; estimates stay in their place', () => {
    const rows = daysOf(300, [(n) => Math.round(n * 0.2), (n) => Math.round(n * 0.2)]);
    const {points, placeOf, ysOf, arrows} = courseOf(rows);
    const shown = ysOf('course');
    expect(points.every(({diff}) => diff === 0)).to.equal(true);
    expect(new Set(shown)).to.deep.equal(new Set([Math.round(placeOf(0) * 100) / 100]));
    expect(arrows.map(({paint}) => paint?.fill)).to.deep.equal(['none', 'none']);
    const band = ysOf('band');
    for (const {diffHigh} of points.slice(100))
      expect(Math.min(...band.map((y) => Math.abs(y - placeOf(diffHigh!))))).to.be.below(1);
  });

  it('of very many days the first may leave the picture: the line is cut at its edge, not laid along it', () => {
    const rows = daysOf(500, [
      (n) => Math.max(Math.min(n, 300), Math.round(n * 0.2)),
      (n) => (n <= 300 ? 0 : Math.round(n * 0.2)),
    ]);
    const {ysOf, pathOf} = courseOf(rows);
    const [first] = ysOf('course');
    expect(first).to.be.closeTo(0, 0.02);
    expect(ysOf('course').filter((y) => y < 0.5)).to.have.length(1);
    expect(pathOf('course').match(/M/g)).to.have.length(1);
  });
});
