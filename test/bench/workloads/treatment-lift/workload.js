/** What is drawn and updated. Read by Node, which makes the data. */

/**
 * `json(random)` makes the data of the public contract: every call other counts for the same segments and days. uPlot
 * has no intervals side by side.
 */
export const workloads = [
  {name: 'intervals 10', width: 800, height: 667, without: ['uplot'], json: (random) => segments(10, random)},
  {name: 'intervals 200', width: 800, height: 4277, without: ['uplot'], json: (random) => segments(200, random)},
  {name: 'band 90', width: 800, height: 273, json: (random) => days(90, random)},
  {name: 'band 5000', width: 800, height: 273, json: (random) => days(5000, random)},
];

const METRICS = [{id: 'Visit'}];

/** A mailing and its control in every segment. */
function segments(count, random) {
  const rows = Array.from({length: count}, (_, index) => `Segment ${index + 1}`).flatMap((segment) =>
    armsOf({n: 2000 + Math.floor(random() * 2000), base: 0.1 + 0.05 * random(), effect: 0.05 * random()}, {segment}),
  );
  return {randomised: true, metrics: METRICS, rows};
}

function armsOf({n, base, effect}, place) {
  const control = {metric: 'Visit', arm: 'No e-mail', control: true, ...place, n, conversions: Math.round(n * base)};
  return [control, {metric: 'Visit', arm: 'E-mail', ...place, n, conversions: Math.round(n * (base + effect))}];
}

/** Counts from the start of a test to each of its days. */
function days(count, random) {
  const start = Date.UTC(2010, 0, 1);
  const rows = [];
  let [n, control, treated] = [0, 0, 0];
  for (let day = 0; day < count; day++) {
    n += 400;
    control += Math.round(400 * (0.1 + 0.04 * random()));
    treated += Math.round(400 * (0.11 + 0.05 * random()));
    const date = new Date(start + day * 864e5).toISOString().slice(0, 10);
    rows.push({metric: 'Visit', arm: 'No e-mail', control: true, date, n, conversions: control});
    rows.push({metric: 'Visit', arm: 'E-mail', date, n, conversions: treated});
  }
  return {randomised: true, metrics: METRICS, rows};
}
