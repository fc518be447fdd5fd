import {expect} from 'chai';

/** Asserts that each named number of `actual` is within 1e-7 of the expected one, the figure promised for intervals. */
export function expectClose(actual: object | null, expected: Readonly<Record<string, number | null>>): void {
  const numbers: Readonly<Record<string, unknown>> = {...actual};
  for (const [name, value] of Object.entries(expected)) {
    if (value === null || !Number.isFinite(value)) expect(numbers[name], name).to.equal(value);
    else expect(numbers[name], name).to.be.closeTo(value, 1e-7);
  }
}

/** Asserts agreement to a share of the expected value, for probabilities far out. */
export function expectRelative(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual / expected - 1), `${actual} against ${expected}`).to.be.at.most(tolerance);
}
