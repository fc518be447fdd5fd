/** What is drawn and updated. Read by Node, which makes the data. */

/** `json(random)` makes the data of the public contract: every call other figures for the same groups. */
export const workloads = [
  {name: 'grid 5×5', width: 720, height: 268, json: (random) => grid(5, random)},
  {name: 'grid 10×10', width: 960, height: 448, json: (random) => grid(10, random)},
  {name: 'grid 50×50', width: 960, height: 940, json: (random) => grid(50, random)},
  {name: 'quadrant 10', width: 720, height: 488, json: (random) => quadrants(10, random)},
  {name: 'quadrant 1,000', width: 720, height: 488, json: (random) => quadrants(1_000, random)},
  {name: 'quadrant 10,000', width: 720, height: 488, json: (random) => quadrants(10_000, random)},
];

/** Names of equal length, so that no library has to turn or thin them. */
const nameOf = (letter, index) => `${letter}${String(index + 1).padStart(2, '0')}`;

/** Customers of every pair; none so few that ours would withhold them, which the others cannot. */
function grid(size, random) {
  const names = (letter) => Array.from({length: size}, (_, index) => nameOf(letter, index));
  const rows = names('R').flatMap((row, y) =>
    names('C').map((column, x) => ({row, column, customers: Math.round(20 + ((x + 1) * (y + 2) + 9) * 4 * random())})),
  );
  return {rows};
}

function quadrants(count, random) {
  const rows = Array.from({length: count}, (_, index) => {
    const x = random();
    return {
      segment: nameOf('S', index),
      x: Math.round(x * 1000) / 10,
      y: Math.round((0.5 * x + 0.5 * random()) * 1000) / 10,
      customers: Math.round(20 + 400 * random() ** 3),
    };
  });
  return {xLabel: 'Loyalty', yLabel: 'Profit', thresholds: {x: 50, y: 50}, rows};
}
