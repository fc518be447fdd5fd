/** Canvas by hand. */

/** The context of a canvas with as many pixels as the screen has. */
export function canvasIn(place, {width, height}) {
  const canvas = document.createElement('canvas');
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  canvas.style.width = `${width}px`;
  const context = canvas.getContext('2d');
  context.scale(devicePixelRatio, devicePixelRatio);
  place.append(canvas);
  return context;
}

/** Painted anew on every update. */
export const mountPainted = (paint) => (place, json, size) => {
  const context = canvasIn(place, size);
  const update = (given) => {
    context.clearRect(0, 0, size.width, size.height);
    paint(context, given, size);
  };
  update(json);
  return {update, destroy: () => context.canvas.remove()};
};
