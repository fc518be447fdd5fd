/** By hand on one canvas, painted anew on every update. */
import {BAR, BAR_INK, countText, FROM_TOP, INK, NAMES, panelsOf, PITCH, RADIUS, SIZE, TOP} from './drawing.js';
import {mountPainted} from '../../contenders/canvas.js';
import {FONT} from '../../contenders/texts.js';

const BASELINE = BAR / 2 + SIZE * 0.35;
const LABEL_GAP = 6;

export const mount = mountPainted((context, json, size) => {
  for (const panel of panelsOf(json, size)) drawPanel(context, panel);
});

function drawPanel(context, {x, y, title, counts, most, longest}) {
  const left = x + NAMES;
  const top = y + TOP;
  const lengths = counts.map((count) => (count / most) * longest);
  context.fillStyle = BAR_INK;
  context.beginPath();
  lengths.forEach((length, index) =>
    context.roundRect(left, top + index * PITCH, length, BAR, Math.min(RADIUS, length / 2)),
  );
  context.fill();
  context.fillStyle = INK;
  context.textAlign = 'left';
  if (title) {
    context.font = `600 ${SIZE}px ${FONT}`;
    context.fillText(title, x, y + SIZE);
  }
  context.font = `${SIZE}px ${FONT}`;
  const baseline = (index) => top + index * PITCH + BASELINE;
  counts.forEach((count, index) =>
    context.fillText(countText(count), left + lengths[index] + LABEL_GAP, baseline(index)),
  );
  context.textAlign = 'right';
  FROM_TOP.forEach(({name}, index) => context.fillText(name, left - 8, baseline(index)));
}
