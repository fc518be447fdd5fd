import {estimatedTextWidth} from '../../src/chart/estimated-ruler.js';
import {frameOf} from '../../src/chart/frame.js';
import type {Chart, Frame} from '../../src/chart/chart.js';
import {localeOf} from '../../src/locale/locale.js';
import type {Mark, Scene} from '../../src/scene/scene.js';

/** How a scene of a test is seen. */
export interface SceneOptions {
  readonly view?: string;
  readonly minCell?: number;
  readonly width?: number;
  readonly lang?: string;
  readonly textWidth?: Frame['textWidth'];
}

/** JSON drawn by a chart as plain data, without a page; throws where the chart refuses it. */
export function sceneOf(chart: Chart, json: unknown, given: SceneOptions = {}): Scene {
  const {view = chart.defaults.view, minCell = chart.defaults.minCell} = given;
  const options = {...chart.defaults, view, minCell};
  const {metrics, issues} = chart.measure(json, options);
  if (metrics === null) throw new Error(`refused: ${JSON.stringify(issues)}`);
  const frame = frameOf({width: given.width ?? 720, textWidth: given.textWidth ?? estimatedTextWidth});
  const locale = localeOf(given.lang ?? 'en', chart.currencyOf(metrics));
  return chart.draw(metrics, {frame, locale, options});
}

/** All marks of a scene, groups before what they hold. */
export const marksOf = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => [mark, ...(mark.kind === 'group' ? marksOf(mark.marks) : [])]);
