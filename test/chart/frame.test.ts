import {expect} from 'chai';
import {estimatedTextWidth} from '../../src/chart/estimated-ruler.js';
import {frameOf} from '../../src/chart/frame.js';

describe('a frame', () => {
  it('has our sizes where nothing is given; no text is smaller than 12 pixels', () =>
    expect(frameOf()).to.deep.equal({
      width: 720,
      labelSize: 13,
      smallSize: 12,
      unit: 8,
      textWidth: estimatedTextWidth,
    }));

  it('keeps what is given', () => {
    const textWidth = () => 7;
    expect(frameOf({width: 320, textWidth})).to.deep.include({width: 320, unit: 8, textWidth});
  });
});
