import {expect} from 'chai';
import {contrast, difference, linearOf, mixed, seen, type Lab} from './colour.js';

/** Sharma, Wu, Dalal: The CIEDE2000 color-difference formula, 2005, table 1. */
const pairs: readonly (readonly [Lab, Lab, number])[] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
  [[35.0831, -44.1164, 3.7933], [35.0232, -40.0716, 1.5901], 1.8645],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

describe('the difference of two colours', () => {
  for (const [one, other, expected] of pairs)
    it(`is ${expected} between ${one.join(' ')} and ${other.join(' ')}, as published`, () => {
      expect(difference(one, other)).to.be.closeTo(expected, 5e-5);
      expect(difference(other, one)).to.be.closeTo(expected, 5e-5);
    });
});

describe('a colour', () => {
  it('is L*a*b* as everybody computes it', () => {
    const expected = {'#ffffff': [100, 0, 0], '#ff0000': [53.24, 80.09, 67.2], '#0000ff': [32.3, 79.19, -107.86]};
    for (const [hex, lab] of Object.entries(expected))
      seen(linearOf(hex), 'normal').forEach((part, index) => expect(part).to.be.closeTo(lab[index]!, 0.02));
  });

  it('of grey is grey for everybody', () => {
    for (const vision of ['protan', 'deutan', 'tritan'] as const)
      seen(linearOf('#808080'), vision)
        .slice(1)
        .forEach((part) => expect(part).to.be.closeTo(0, 0.2));
  });

  it('red and green come together where one kind of cone is missing', () => {
    const far = (vision: 'normal' | 'deutan') =>
      difference(seen(linearOf('#b5651d'), vision), seen(linearOf('#6b8e23'), vision));
    expect(far('deutan')).to.be.below(far('normal') / 3);
  });

  it('stands out as WCAG counts it', () => {
    expect(contrast(linearOf('#000000'), linearOf('#ffffff'))).to.be.closeTo(21, 1e-9);
    expect(contrast(linearOf('#777777'), linearOf('#ffffff'))).to.be.closeTo(4.478, 1e-3);
  });

  it('half seen is half way to its ground', () =>
    expect(mixed('#ff0000', '#0000ff', 0.5)).to.deep.equal(
      [127.5, 0, 127.5].map((p) => ((p / 255 + 0.055) / 1.055) ** 2.4).map((v, i) => (i === 1 ? 0 : v)),
    ));
});
