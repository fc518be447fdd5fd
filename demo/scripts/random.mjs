/**
 * A small seeded generator (mulberry32, T. Ettinger, public domain): the same numbers on every machine.
 * @param {number} seed whole number
 * @returns {() => number} draws from 0 (inclusive) to 1 (exclusive)
 */
export function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * @param {() => number} random draws from 0 to 1
 * @returns {number} a draw from the standard normal distribution (Box & Muller 1958)
 */
export function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * @template T
 * @param {T[]} items
 * @param {() => number} random draws from 0 to 1
 * @returns {T[]} the items in random order (Fisher & Yates)
 */
export function shuffled(items, random) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(random() * (last + 1));
    [order[last], order[pick]] = [order[pick], order[last]];
  }
  return order;
}
