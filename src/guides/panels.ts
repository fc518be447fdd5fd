/** Where one of several small multiples stands. */
export interface Panel {
  readonly x: number;
  readonly width: number;
  /** 0 for the uppermost row of panels. */
  readonly row: number;
}

/** Even columns of panels that are at least `least` pixels wide wherever the frame allows it. */
export function panelsOf(
  count: number,
  frameWidth: number,
  {least, gap}: {readonly least: number; readonly gap: number},
): readonly Panel[] {
  const fitting = Math.max(1, Math.floor((frameWidth + gap) / (least + gap)));
  // Rows of equal length look calmer than a full row above a rest: 6 panels stand 3 + 3, not 4 + 2.
  const rows = Math.ceil(count / fitting);
  const columns = Math.max(1, Math.ceil(count / rows));
  const width = (frameWidth - gap * (columns - 1)) / columns;
  return Array.from({length: count}, (_, index) => ({
    x: (index % columns) * (width + gap),
    width,
    row: Math.floor(index / columns),
  }));
}
