import {expect} from 'chai';
import {misplacedIn} from '../../support/text-boxes.js';
import {sceneOf} from '../../support/scenes.js';
import {treatmentLift} from '../../../src/charts/treatment-lift/definition.js';
import {drawnMarks, rates, textsOf} from './tests.js';

const segmentsOf = (count: number) =>
  Array.from({length: count}, (_, index) =>
    rates([90 + (index % 7), 500], [50, 500]).map((row) => ({...row, segment: `Segment ${index}`})),
  ).flat();

describe('treatment-lift: many rows', () => {
  it('the labels of the scale stand at the head of a drawing whose foot is out of sight, and only there', () => {
    const tall = drawnMarks(segmentsOf(200));
    expect(textsOf(tall, 'head ')).to.deep.equal(textsOf(tall, 'tick '));
    expect(textsOf(tall, 'head ')).not.to.deep.equal([]);
    const short = drawnMarks(segmentsOf(5));
    expect(textsOf(short, 'head ')).to.deep.equal([]);
    const headYs = tall.flatMap((mark) => (mark.kind === 'text' && mark.key.startsWith('head ') ? [mark.y] : []));
    expect(Math.max(...headYs)).to.be.below(40);
  });

  it('nothing overlaps there', () => {
    for (const view of ['intervals', 'arms'])
      for (const width of [288, 720, 1100])
        expect(misplacedIn(sceneOf(treatmentLift, segmentsOf(40), {view, width})), `${view} ${width}`).to.deep.equal(
          [],
        );
  });
});
