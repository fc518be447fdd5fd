import {frameOf} from '../../../src/chart/frame.js';
import {segmentMatrix} from '../../../src/charts/segment-matrix/definition.js';
import type {SegmentMatrixOptions} from '../../../src/charts/segment-matrix/options.js';
import {localeOf} from '../../../src/locale/locale.js';
import type {Datum, Mark} from '../../../src/scene/scene.js';
import {optionsOf} from './read.js';

/** What a test may choose. */
export type Given = Partial<SegmentMatrixOptions> & {readonly width?: number};

/** Everything that a reader is told of some data. */
export function saidOf(json: unknown, {width = 720, ...given}: Given = {}) {
  const options = optionsOf(given);
  const {metrics, issues} = segmentMatrix.measure(json, options);
  if (!metrics) throw new Error(JSON.stringify(issues));
  const reading = {locale: localeOf('en'), options};
  return {
    headline: segmentMatrix.headline(metrics, reading),
    notes: segmentMatrix.notes(metrics, reading),
    table: segmentMatrix.tabulate(metrics, reading),
    marks: allOf(segmentMatrix.draw(metrics, {...reading, frame: frameOf({width})}).marks),
  };
}

const allOf = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => [mark, ...(mark.kind === 'group' ? allOf(mark.marks) : [])]);
export const textsOf = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
export const datumsOf = (marks: readonly Mark[]): Datum[] => marks.flatMap(({datum}) => datum ?? []);

export const segment = (name: string, customers: number, value: number) => ({segment: name, customers, value});
