/** What every drawing with Vega-Lite needs: compiled once at mount, new rows streamed into the running view. */
import {parse, View} from 'vega';

/** `specification` is Vega's, as compiled; `tooltipIn` makes the view's tooltip, for those who are pointed at. */
export async function viewIn(place, specification, tooltipIn = null) {
  const box = document.createElement('div');
  place.append(box);
  const view = new View(parse(specification), {renderer: 'canvas', container: box, hover: Boolean(tooltipIn)});
  if (tooltipIn) view.tooltip(tooltipIn(box));
  await view.runAsync();
  return {
    view,
    destroy() {
      view.finalize();
      box.remove();
    },
  };
}

/** Signals and tables by name. */
export function stream(view, {signals = {}, tables}) {
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  for (const [name, rows] of Object.entries(tables)) view.data(name, rows);
  return view.runAsync();
}
