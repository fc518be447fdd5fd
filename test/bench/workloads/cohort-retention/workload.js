/** What is drawn and updated. Read by Node, which makes the data. */

const SIZES = [12, 52, 260];
const FIRST_MONDAY = Date.UTC(2020, 0, 6);
const WEEK = 7 * 24 * 3_600_000;
const MOVES = 12;

/**
 * `json(random)` makes the data of the public contract, and which view is asked for: every call other counts for the
 * same weekly cohorts, each at every age that all its customers have reached. `hover` are the places, from the corner of
 * the drawing, that the mouse moves to; ECharts and Vega-Lite have no nearest line, only one hit exactly. uPlot has no
 * cells.
 */
export const workloads = [
  ...SIZES.map((cohorts) =>
    workloadOf('triangle', cohorts, {
      height: cohorts > 12 ? 680 : 340,
      hover: downTriangle(cohorts),
      without: ['uplot'],
    }),
  ),
  ...SIZES.map((cohorts) => workloadOf('curves', cohorts, {height: 372, hover: alongCurves()})),
];

function workloadOf(view, cohorts, others) {
  const name = `${view} ${cohorts}×${cohorts}`;
  return {name, width: 800, ...others, json: (random) => ({view, data: dataOf(cohorts, random)})};
}

/** From the upper left to the lower middle, always over cells. */
function downTriangle(cohorts) {
  const [left, top, width, height] = [180, 60, 620, cohorts > 12 ? 620 : 270];
  return moves((share) => [left + width * (0.05 + 0.3 * share), top + height * (0.1 + 0.45 * share)]);
}

/** Up and down across the lines from left to right. */
function alongCurves() {
  return moves((share, index) => [60 + 500 * share, 240 + (index % 5) * 8]);
}

function moves(placeOf) {
  return Array.from({length: MOVES}, (_, index) => placeOf(index / MOVES, index));
}

function dataOf(cohorts, random) {
  const rows = Array.from({length: cohorts}, (_, cohort) => rowsOf(cohort, cohorts - cohort, random)).flat();
  return {unit: 'week', asOf: dayOf(cohorts), rows};
}

/** Half are lost at once, then ever fewer, with some to and fro. */
function rowsOf(index, ages, random) {
  const cohort = dayOf(index);
  const size = 400 + Math.round(random() * 600);
  const kept = 0.35 + 0.2 * random();
  return Array.from({length: ages}, (_, period) => {
    const share = kept * (0.9 + 0.2 * random()) * period ** -0.25;
    return {cohort, period, size, retained: period ? Math.round(size * share) : size};
  });
}

const dayOf = (week) => new Date(FIRST_MONDAY + week * WEEK).toISOString().slice(0, 10);
