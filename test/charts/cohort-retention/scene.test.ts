import {expect} from 'chai';
import cohorts from '../../../demo/data/cohort-retention.json';
import type {CellsMark, Mark, PathMark, Scene} from '../../../src/scene/scene.js';
import {mirrorScene} from '../../../src/scene/mirror-scene.js';
import {drawn, seriesIn} from './cohorts.js';

const flat = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => (mark.kind === 'group' ? flat(mark.marks) : [mark]));
const pathIn = (scene: Scene, key: string) =>
  flat(scene.marks).find((mark) => mark.key === key) as PathMark | undefined;
const cellsIn = (scene: Scene) =>
  flat(scene.marks).filter((mark): mark is CellsMark => mark.kind === 'cells' && mark.key !== 'ramp');

describe('curves of the real log', () => {
  const scene = drawn(cohorts, {view: 'curves'});

  it('joins no unfinished month to a line: every line ends before the last diagonal', () => {
    const {cells, cohorts: names} = seriesIn(cohorts);
    const complete = cells.states.filter((state) => state === 3).length;
    const lines = flat(scene.marks).filter(({key}) => /^(cohorts|dots) /.test(key)) as PathMark[];
    const points = lines.flatMap(({d}) => d.match(/[ML]/g) ?? []).length;
    // Age 0 is not drawn, and the month that has just begun has no complete age.
    expect(points).to.equal(complete - (names.length - 1));
    const circles = pathIn(scene, 'running')!.d.match(/M/g)!.length;
    expect(circles).to.equal(cells.states.filter((state, cell) => state === 2 && cell % 25 !== 0).length);
  });

  it('joins a plan for some ages, and shows one for a single age', () => {
    const planOf = (...ages: number[]) =>
      pathIn(drawn({...cohorts, plan: ages.map((period) => ({period, rate: 0.2}))}), 'plan')!.d;
    expect(planOf(2, 7, 9)).to.match(/^M[^ML]+L[^ML]+L[^ML]+$/);
    expect(planOf(7)).to.match(/^M[\d. ]+h20$/);
  });

  it('draws hundreds of cohorts as a few nodes', () => {
    expect(flat(scene.marks).length).to.be.below(60);
  });
});

describe('a triangle', () => {
  const scene = drawn(cohorts, {view: 'triangle'}, 960);

  it('is one image, with the mean as another', () => {
    expect(cellsIn(scene).map(({rows, columns}) => [rows, columns])).to.deep.equal([
      [1, 24],
      [25, 24],
    ]);
  });

  it('shades the future not at all', () => {
    const [, cells] = cellsIn(scene);
    expect(cells!.shades.filter((shade) => shade > 0)).to.have.length((24 * 25) / 2);
  });

  it('has lines of ground only around cells that are there', () => {
    const widths = [...pathIn(scene, 'gaps')!.d.matchAll(/h([\d.]+)/g)].map(([, width]) => Number(width));
    expect(widths).to.have.length(25);
    expect(widths).to.deep.equal([...widths].sort((a, b) => b - a));
    expect(widths.at(-1)).to.be.closeTo(widths[0]! / 24, 0.1);
  });

  it('names in its legend what a dot stands for, where one is drawn', () => {
    const textsOf = (minCell: number) =>
      flat(drawn(cohorts, {view: 'triangle', minCell}, 960).marks).flatMap((mark) =>
        mark.kind === 'text' ? [mark.text] : [],
      );
    expect(textsOf(5)).to.include('withheld');
    expect(textsOf(0)).not.to.include('withheld');
  });

  it('hatches the last diagonal', () => {
    expect(pathIn(scene, 'running')!.d).to.match(/^M/);
  });
});

describe('every place', () => {
  const field = drawn(cohorts, {view: 'both'}).field!;
  const sentence = (row: number, column: number) => field.datumOf({row, column})?.label;

  it('has its sentence: complete, so far, not yet', () => {
    expect(sentence(1, 1)).to.equal('Dec 2009 * · Month 1: 35.2% (336 of 954).');
    expect(sentence(1, 24)).to.match(/so far\.$/);
    expect(sentence(25, 24)).to.equal('Dec 2011 · Month 24: not yet.');
    expect(sentence(0, 1)).to.match(/^All cohorts · Month 1: 2\d\.\d%/);
  });

  it('is found where it is shown', () => {
    for (const place of [
      {row: 5, column: 3},
      {row: 12, column: 7, panel: 1},
    ]) {
      const {x, y, width, height} = field.boxOf({panel: 1, ...place});
      expect(field.at(x + width / 2, y + height / 2)).to.include({row: place.row, column: place.column});
    }
    expect(field.at(1, 1)).to.equal(null);
  });

  it('is marked in curves and triangle alike', () => {
    const groups = field.marksOf({row: 5, column: 3});
    expect(groups.map((group) => (group.kind === 'group' ? group.marks.map(({key}) => key) : []))).to.deep.equal([
      ['at', 'line', 'point'],
      ['row', 'column', 'cell'],
    ]);
  });

  it('is mirrored with its drawing', () => {
    const scene = drawn(cohorts, {view: 'triangle'});
    const mirrored = mirrorScene(scene).field!;
    const box = scene.field!.boxOf({row: 5, column: 3});
    expect(mirrored.at(scene.width - box.x - 1, box.y + 1)).to.include({row: 5, column: 3});
    expect(mirrored.boxOf({row: 5, column: 3}).x).to.be.closeTo(scene.width - box.x - box.width, 1e-9);
  });
});

it('stays within its frame at every width', () => {
  for (const width of [320, 480, 720, 1200])
    for (const mark of flat(drawn(cohorts, {view: 'both'}, width).marks))
      if (mark.kind === 'text' || mark.kind === 'cells' || mark.kind === 'rect') {
        expect(mark.x, `${mark.key} at ${width}`).to.be.within(0, width);
        if (mark.kind !== 'text') expect(mark.x + mark.width).to.be.below(width + 0.01);
      }
});
