import {expect} from 'chai';
import '../../support/every-language.js';
import {renderToSvg} from '../../../src/static.js';
import {expectStored} from '../../support/stored-drawing.js';
import {cohortRows} from './cohorts.js';

/** The last diagonal is not over: 10 June is in the middle of it, and few of its customers have come back yet. */
const unfinished = {
  unit: 'month',
  asOf: '2026-06-10',
  leftTruncated: ['2026-01'],
  rows: [
    ...cohortRows('2026-01', [500, 260, 240, 225, 215, 40]),
    ...cohortRows('2026-02', [400, 200, 180, 172, 30]),
    ...cohortRows('2026-03', [420, 214, 190, 35]),
    ...cohortRows('2026-04', [380, 200, 33]),
    ...cohortRows('2026-05', [450, 41]),
    {cohort: '2026-06', size: 90, period: 1},
  ],
};
const VIEWS = ['curves', 'triangle', 'trend'] as const;

const svgOf = (json: unknown, view: string, options: Parameters<typeof renderToSvg>[2] = {}): string =>
  renderToSvg('cohort-retention', json, {view, ...options});

describe('the stored drawing of an unfinished last diagonal', () => {
  for (const view of VIEWS)
    it(`as ${view}`, () =>
      expectStored(
        `cohort-retention-unfinished-${view}`,
        svgOf(unfinished, view, view === 'trend' ? {age: 1} : {}),
        '../../scenes',
      ));

  it('on a narrow screen, in Chinese and in the dark', () =>
    expectStored(
      'cohort-retention-unfinished-chinese-dark',
      svgOf(unfinished, 'both', {lang: 'zh', theme: 'dark', width: 320}),
      '../../scenes',
    ));
});

describe('no line falls because of an unfinished cell', () => {
  /** The pieces of all paths of a part, as the SVG says them. */
  const linesIn = (svg: string, part: string): string[] =>
    [...svg.matchAll(/<path d="([^"]*)" part="([^"]*)"/g)].flatMap(([, d, own]) =>
      own === part ? (d!.match(/M[^M]+/g) ?? []) : [],
    );
  const heightsOf = (line: string) => [...line.matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, y]) => Number(y));

  it('in the drawing of the curves: no line or dot comes near what is not finished', () => {
    const svg = svgOf(unfinished, 'curves');
    const rings = linesIn(svg, 'running').map((ring) => heightsOf(ring)[0]!);
    expect(rings).to.have.length(5);
    const joined = [...linesIn(svg, 'cohorts'), ...linesIn(svg, 'mean'), ...linesIn(svg, 'dots')];
    expect(joined.length).to.be.above(3);
    // Every unfinished rate is below 11 %, every complete one above 40 %.
    for (const line of joined) expect(Math.max(...heightsOf(line))).to.be.below(Math.min(...rings) - 50);
  });

  it('and the lines are the same without it', () => {
    const {rows, ...rest} = unfinished;
    const isOver = ({cohort, period}: {cohort: string; period: number}) => Number(cohort.slice(5)) + period < 6;
    const complete = {...rest, rows: [...rows.filter(isOver), {cohort: '2026-01', size: 500, period: 5}]};
    for (const part of ['cohorts', 'mean', 'band'])
      expect(linesIn(svgOf(unfinished, 'curves'), part)).to.deep.equal(linesIn(svgOf(complete, 'curves'), part));
  });

  it('in the trend: the line ends before the running cohort', () => {
    const svg = svgOf(unfinished, 'trend', {age: 1});
    const ring = heightsOf(linesIn(svg, 'running')[0]!)[0]!;
    for (const line of [...linesIn(svg, 'trend'), ...linesIn(svg, 'points')])
      expect(Math.max(...heightsOf(line))).to.be.below(ring - 50);
  });
});
