import {ascending, descending} from 'd3-array';
import {plus, type Count} from '../../privacy/withheld-list.js';
import type {Figures} from './metrics.js';

/** What the data say of a group; sums add up what they have, and are unknown where a part is. */
export interface Group {
  readonly customers: Count;
  readonly value: Count;
  readonly previous: Count;
}

/** A row's group: what is not given is not known. */
export const groupOf = (row: {readonly [Name in keyof Group]?: Count | undefined} | undefined): Group => ({
  customers: row?.customers ?? null,
  value: row?.value ?? null,
  previous: row?.previous ?? null,
});

export function sumOfGroups(groups: readonly Group[]): Group {
  let [customers, value, previous]: [Count, Count, Count] = [0, 0, 0];
  for (const group of groups) {
    customers = plus(customers, group.customers);
    value = plus(value, group.value);
    previous = plus(previous, group.previous);
  }
  return {customers, value: finite(value), previous};
}

/** Values near the largest number there is have sums and ratios that are none. */
const finite = (number: number | null): number | null => (Number.isFinite(number) ? number : null);

export const ratio = (part: Count, whole: Count): number | null =>
  part === null || whole === null || whole <= 0 ? null : finite(part / whole);

/** Which counts of a group must not be shown. */
export interface Mask {
  readonly customers: boolean;
  readonly previous: boolean;
}
export const SHOWN: Mask = {customers: false, previous: false};

/** The figures of a group as they may be shown; shares are of `whole`, which is shown itself. */
export function figuresOf(group: Group, whole: Pick<Group, 'customers' | 'value'>, mask: Mask = SHOWN): Figures {
  const isWithheld = mask.customers;
  const [customers, value] = isWithheld ? [null, null] : [group.customers, group.value];
  const previous = mask.previous ? null : group.previous;
  const change = customers === null || previous === null ? null : customers - previous;
  const customerShare = ratio(customers, whole.customers);
  const valueShare = ratio(value, whole.value);
  const index = ratio(valueShare, customerShare);
  return {
    isWithheld,
    customers,
    value,
    customerShare,
    valueShare,
    index: index === null ? null : finite(100 * index),
    valuePerCustomer: ratio(value, customers),
    isPreviousWithheld: mask.previous && group.previous !== null,
    previous,
    change,
    changeRate: ratio(change, previous),
  };
}

/** What shares are of: nothing where the total itself is withheld. */
export const wholeOf = ({customers, value}: Group, mask: Mask): Pick<Group, 'customers' | 'value'> =>
  mask.customers ? {customers: null, value: null} : {customers, value};

/** Names by a number of theirs, the largest first; names without one at the end, in their order. */
export function largestFirst<Name>(names: readonly Name[], numberOf: (name: Name) => number | null): Name[] {
  const by = (name: Name) => numberOf(name) ?? Number.NaN;
  return names.toSorted((a, b) => descending(by(a), by(b)) || ascending(Number.isNaN(by(a)), Number.isNaN(by(b))));
}
