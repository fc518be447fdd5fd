/** Where one of several small multiples stands, in pixels. */
export interface PanelPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Small multiples in even columns, and the height they take together. */
export interface Panels {
  readonly height: number;
  readonly places: readonly PanelPlace[];
}

/** Panels that are at least `least` pixels wide wherever the frame allows it, all of one height. */
export function placePanels(
  count: number,
  frameWidth: number,
  {least, height, gap}: {readonly least: number; readonly height: number; readonly gap: number},
): Panels {
  const fitting = Math.max(1, Math.floor((frameWidth + gap) / (least + gap)));
  // Rows of equal length look calmer than a full row above a rest: 6 panels stand 3 + 3, not 4 + 2.
  const rows = Math.ceil(count / fitting);
  const columns = Math.max(1, Math.ceil(count / rows));
  const width = (frameWidth - gap * (columns - 1)) / columns;
  const places = Array.from({length: count}, (_, index) => ({
    x: (index % columns) * (width + gap),
    y: Math.floor(index / columns) * (height + gap),
    width,
  }));
  return {height: rows * (height + gap) - gap, places};
}
