import '../../../src/charts/loyalty-ladder/define.js';
import type {LoyaltyLadderElement} from '../../../src/charts/loyalty-ladder/element.js';
import {fixture} from '../../support/fixture.js';

export const TAG = 'insight-loyalty-ladder';

export const rows = [
  {rung: 'customer', count: 1200, previous: 1000, target: 1100},
  {rung: 'client', count: 300, previous: 250},
  {rung: 'partner', count: 60},
];
export const otherRows = [{rung: 'client', count: 5000}];
export const badRows = {rows: [{rung: 'client', count: 'abc'}]};

export type Given = Partial<LoyaltyLadderElement>;

/** A ladder in the page that has drawn: `rows` unless other data are given. */
export const ladder = (given: Given = {}, width?: number): Promise<LoyaltyLadderElement> =>
  fixture(TAG, {data: rows, ...given}, width);

/** Instead of `fetch`: a server that is not there. */
export const failing = (): Promise<never> => Promise.reject(new Error('no such server'));
