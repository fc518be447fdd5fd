import {expect} from 'chai';
import {readRows} from '../../src/mapping/index.js';

const map = {row: '{i}/r', column: '{i}/c', customers: '{i}/n', value: '{i}/v'};
const body = [
  {r: 'a', c: 'x', n: 5, v: 10},
  {r: 'a', c: 'y', n: 6, v: 11},
  {r: 'b', c: 'x', n: 7, v: 12},
];
const lastOf = (fill?: 'zero') => readRows(body, {map: {...map, ...(fill && {fill})}}).rows.slice(3);

describe('a matrix whose backend leaves cells out', () => {
  it('is completed by cells that are not given', () => {
    expect(lastOf()).to.deep.equal([{row: 'b', column: 'y', customers: null, value: null}]);
  });

  it('is completed by zeros where that is declared', () => {
    expect(lastOf('zero')).to.deep.equal([{row: 'b', column: 'y', customers: 0, value: 0}]);
  });

  it('stays as it is when nothing is missing, when a cell is there twice, and when it is no matrix', () => {
    const whole = [...body, {r: 'b', c: 'y', n: 1, v: 1}];
    expect(readRows(whole, {map}).rows).to.have.lengthOf(4);
    expect(readRows([...whole, whole[0]], {map}).rows).to.have.lengthOf(5);
    expect(readRows(body, {map: {segment: '{i}/r', customers: '{i}/n'}}).rows).to.have.lengthOf(3);
  });

  it('is not completed beyond a million cells', () => {
    const long = Array.from({length: 1500}, (_, index) => ({r: `r${index}`, c: `c${index}`, n: 1}));
    expect(readRows(long, {map}).rows).to.have.lengthOf(1500);
  });
});
