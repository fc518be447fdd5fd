/** One text for several values, which no other values can have; undefined counts as null. */
export const keyOf = (...values: readonly (string | number | boolean | null | undefined)[]): string =>
  JSON.stringify(values);
