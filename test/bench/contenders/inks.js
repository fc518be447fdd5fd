/** Inks of our own charts, which everybody takes over. */
export const INK = '#1a222d';
export const MUTED = '#566171';
export const GRID = '#e2e6eb';
export const ACCENT = '#2261b2';
export const BAND_OPACITY = 0.16;
