/** What is drawn and updated. Read by Node, which makes the data, and by the drawing in the page. */

export const RUNGS = ['prospect', 'customer', 'client', 'supporter', 'advocate', 'partner'];
const REGIONS = ['North', 'South', 'East', 'West', 'Centre', 'Coast', 'Islands', 'Abroad'];
/** Fewer people stand the higher one looks. */
const TYPICAL = [52_000, 31_000, 17_000, 9_000, 4_200, 1_600];

/** `json(random)` makes the data of the public contract: every call other counts for the same rungs and series. */
export const workloads = [
  {name: 'ladder 6×1', width: 720, height: 230, json: (random) => ladder([null], random)},
  {name: 'ladder 6×8', width: 960, height: 754, json: (random) => ladder(REGIONS, random)},
];

function ladder(series, random) {
  const rows = series.flatMap((name) =>
    RUNGS.map((rung, index) => rowOf(rung, name, TYPICAL[index] * (0.6 + 0.8 * random()))),
  );
  return {rows};
}

const rowOf = (rung, series, count) => ({rung, count: Math.round(count), ...(series === null ? {} : {series})});
