/** Drawings with Vega-Lite whose texts stand at pixels, in a table of their own. */
import {compile} from 'vega-lite';
import {FONT} from './texts.js';
import {stream, viewIn} from './vega-lite.js';

/**
 * A drawing in pixels without axes. `drawingOf` makes it of data, `dataOf` its signals and tables, `texts` among them,
 * and `layersOf` what is drawn of them, below the texts.
 */
export async function mountInPixels(place, {width, height}, {json, drawingOf, dataOf, layersOf, tooltipIn}) {
  const drawing = drawingOf(json);
  const {signals, tables} = dataOf(drawing);
  const {spec} = compile({
    ...{width, height, padding: 0, autosize: 'none', config: {view: {stroke: null}}},
    params: Object.entries(signals).map(([name, value]) => ({name, value})),
    datasets: tables,
    layer: [...layersOf(drawing), ...textLayers],
  });
  const {view, destroy} = await viewIn(place, spec, tooltipIn);
  return {update: (next) => stream(view, dataOf(drawingOf(next))), destroy};
}

/** A field on a scale from pixel to pixel; the ends of its domain are expressions. */
export const field = (name, [low, high], range) => ({
  field: name,
  type: 'quantitative',
  axis: null,
  scale: {domain: [{expr: String(low)}, {expr: String(high)}], range, nice: false, zero: false},
});
export const ink = (name) => ({field: name, type: 'nominal', scale: null});
export const number = (name) => ({field: name, type: 'quantitative', scale: null, legend: null});

const ALIGNS = ['left', 'center', 'right'];

/** A text mark has one alignment and one weight. */
const textLayers = ALIGNS.flatMap((align) =>
  [400, 600].map((weight) => ({
    data: {name: 'texts'},
    transform: [{filter: {and: [`datum.align === '${align}'`, `datum.weight === ${weight}`]}}],
    mark: {type: 'text', align, baseline: 'middle', font: FONT, fontWeight: weight},
    encoding: {
      x: {...number('x'), axis: null},
      y: {...number('y'), axis: null},
      text: {field: 'text', type: 'nominal'},
      size: number('size'),
      color: ink('ink'),
    },
  })),
);

/** The rows of the table `texts`. */
export const textRows = (texts, letters) => texts.map((text) => ({...letters, align: 'left', weight: 400, ...text}));
