/** What every drawing with Observable Plot needs. */
import {text} from '@observablehq/plot';
import {ANCHOR, FONT} from './texts.js';

/** Plot has no update, so a new plot takes the place of the old one. */
export const mountReplacing = (draw) => (place, json, size) => {
  let drawn = draw(json, size);
  place.append(drawn);
  return {
    update(next) {
      const newer = draw(next, size);
      drawn.replaceWith(newer);
      drawn = newer;
    },
    destroy: () => drawn.remove(),
  };
};

/** A plot without axes between these edges. */
export const frame = ({width, height}, {left, right, top, bottom}, letters) => ({
  ...{width, height, axis: null, marginLeft: left, marginTop: top},
  ...{marginRight: width - right, marginBottom: height - bottom},
  style: {fontFamily: FONT, fontSize: `${letters.size}px`, color: letters.ink, overflow: 'visible'},
});

/** A mark has one anchor and one weight for all its texts; `xOf` and `yOf` give the values that stand at pixels. */
export function textMarks(texts, {xOf, yOf}, letters) {
  const groups = Map.groupBy(texts, ({align = 'left', weight = 400}) => `${align} ${weight}`);
  return [...groups].map(([key, some]) => {
    const [align, weight] = key.split(' ');
    return text(some, {
      x: ({x}) => xOf(x),
      y: ({y}) => yOf(y),
      text: 'text',
      textAnchor: ANCHOR[align],
      fontWeight: weight,
      fontSize: ({size = letters.size}) => size,
      fill: ({ink = letters.ink}) => ink,
    });
  });
}

/** From pixels to the values of a scale that runs between two pixels. */
export const inverse =
  ([low, high], [from, to]) =>
  (pixels) =>
    low + ((pixels - from) / (to - from)) * (high - low);
