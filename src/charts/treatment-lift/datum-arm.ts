import type {Datum, DatumLine} from '../../scene/scene.js';
import {keyOf} from '../../validation/key-of.js';
import type {ArmLevel} from './comparison.js';
import {type LineContext, type Placed, titleOf} from './datum.js';
import {credibleLine, reportedLines} from './reported.js';
import {rangeText} from './values.js';

/** What one arm says. */
export function datumOfArm(d: ArmLevel, item: Placed, {format, reading}: LineContext): Datum {
  const {words, locale} = reading;
  const title = titleOf(item, reading);
  const value = d.value === null ? (d.isWithheld ? locale.words.withheldInWords : locale.words.none) : format(d.value);
  const range = rangeText([d.low, d.high], format, reading);
  const line = (name: string, of: number | null): DatumLine[] => (of === null ? [] : [{name, value: locale.count(of)}]);
  return {
    id: keyOf(item.metric.metric, d.arm, d.segment),
    title,
    label: words.armSentence({name: title, value, range}),
    lines: [
      ...line(words.customers, d.n),
      ...line(words.conversions, d.count),
      {name: words.level, value: d.low === null ? value : `${value} (${range})`},
      ...credibleLine(d.credible, {format, reading}),
      ...reportedLines(d, reading).map((line) => ({...line, name: words.joined([words.lift, line.name])})),
    ],
    detail: {
      metric: item.metric.metric,
      arm: d.arm,
      segment: d.segment,
      n: d.n,
      value: d.value,
      low: d.low,
      high: d.high,
    },
    row: item.row,
    column: item.column,
  };
}
