/** What drawings with Chart.js need whose texts stand beside the plot. */
import {Chart} from 'chart.js';
import {writeTexts} from './texts.js';

/**
 * `drawingOf` makes of data what is drawn, with its `texts`, and `configOf` of that a configuration; an update sets
 * another. Texts by a small plugin, as Chart.js has none for them.
 */
export function mountConfigured(place, size, {json, drawingOf, configOf, letters}) {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, {width: size.width, height: size.height});
  place.append(canvas);
  let drawn = drawingOf(json);
  const texts = {id: 'texts', afterDatasetsDraw: ({ctx}) => writeTexts(ctx, drawn.texts, letters)};
  const chart = new Chart(canvas, {...configOf(drawn, size), plugins: [texts]});
  return {
    update(next) {
      drawn = drawingOf(next);
      Object.assign(chart, configOf(drawn, size));
      chart.update('none');
    },
    destroy() {
      chart.destroy();
      canvas.remove();
    },
  };
}
