import '../support/watch-page.js';
import {expect} from 'chai';
import {paintCanvas} from '../../src/scene/paint-canvas.js';
import {paintMany} from '../../src/scene/paint-many.js';
import type {Ink, Mark} from '../../src/scene/scene.js';

/** Colours that no blend of two others equals. */
const COLOURS: Partial<Record<Ink, string>> = {
  ground: '#ffffff',
  text: '#000000',
  gain: '#00ff00',
  loss: '#ff0000',
  accent: '#0000ff',
};
const NAMES = {'255 255 255': 'ground', '0 0 0': 'text', '0 255 0': 'gain', '255 0 0': 'loss', '0 0 255': 'accent'};

/** Paints marks on 100 × 40 pixels and names the ink at a point; the numbers where it is no pure ink. */
function painted(marks: readonly Mark[], scale = 1): (x: number, y: number) => string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [100 * scale, 40 * scale];
  const context = canvas.getContext('2d', {willReadFrequently: true})!;
  context.scale(scale, scale);
  paintCanvas(
    context,
    {width: 100, height: 40, marks},
    {colourOf: (ink) => COLOURS[ink] ?? '#888888', fontFamily: 'sans-serif', paintMany},
  );
  return (x, y) => {
    const pixel = [...context.getImageData(x * scale, y * scale, 1, 1).data.slice(0, 3)].join(' ');
    return (NAMES as Record<string, string>)[pixel] ?? pixel;
  };
}

const rect = {kind: 'rect', key: 'r', x: 10, y: 10, width: 30, height: 20} as const;

describe('a painted scene', () => {
  it('has a ground everywhere', () => {
    const at = painted([]);
    expect([at(0, 0), at(99, 39)]).to.deep.equal(['ground', 'ground']);
  });

  it('has a rect where the scene has it', () => {
    const at = painted([{...rect, paint: {fill: 'gain'}}]);
    expect([at(11, 11), at(39, 29), at(9, 20), at(40, 20), at(20, 30)]).to.deep.equal([
      ...['gain', 'gain', 'ground', 'ground', 'ground'],
    ]);
  });

  it('rounds corners', () => {
    const at = painted([{...rect, radius: 8, paint: {fill: 'gain'}}]);
    expect([at(10, 10), at(20, 10), at(10, 20)]).to.deep.equal(['ground', 'gain', 'gain']);
  });

  it('paints in the ink of the text what has no paint of its own', () =>
    expect(painted([rect])(20, 20)).to.equal('text'));

  it('leaves what has no fill empty, and strokes it', () => {
    const at = painted([{...rect, paint: {fill: 'none', stroke: 'loss', strokeWidth: 4}}]);
    expect([at(20, 20), at(10, 20), at(25, 11)]).to.deep.equal(['ground', 'loss', 'loss']);
  });

  it('draws lines, dashed ones with gaps', () => {
    const line = {kind: 'line', key: 'l', x1: 0, y1: 20, x2: 100, y2: 20} as const;
    const at = painted([{...line, paint: {stroke: 'loss', strokeWidth: 4, dash: [10, 10]}}]);
    expect([at(5, 20), at(15, 20), at(25, 20), at(5, 25)]).to.deep.equal(['loss', 'ground', 'loss', 'ground']);
  });

  it('draws circles', () => {
    const at = painted([{kind: 'circle', key: 'c', cx: 50, cy: 20, r: 10, paint: {fill: 'accent'}}]);
    expect([at(50, 11), at(58, 20), at(43, 13), at(42, 12)]).to.deep.equal(['accent', 'accent', 'accent', 'ground']);
  });

  it('draws paths at their place, mirrored ones to the other side', () => {
    const path = {kind: 'path', key: 'p', d: 'M0 0H20V20H0Z', x: 50, y: 10, paint: {fill: 'gain'}} as const;
    const [plain, mirrored] = [painted([path]), painted([{...path, mirrored: true}])];
    expect([plain(60, 20), plain(40, 20)]).to.deep.equal(['gain', 'ground']);
    expect([mirrored(60, 20), mirrored(40, 20)]).to.deep.equal(['ground', 'gain']);
  });

  it('moves what a group holds and hands its paint down', () => {
    const at = painted([
      {
        kind: 'group',
        key: 'g',
        x: 40,
        y: 5,
        paint: {fill: 'loss'},
        marks: [rect, {...rect, key: 's', y: 0, height: 5, paint: {fill: 'gain'}}],
      },
      {...rect, width: 5},
    ]);
    expect([at(51, 16), at(51, 6), at(11, 16), at(20, 16)]).to.deep.equal(['loss', 'gain', 'text', 'ground']);
  });

  it('mixes what is half transparent, and nothing after it', () => {
    const at = painted([
      {...rect, paint: {fill: 'text', opacity: 0.5}},
      {...rect, key: 's', x: 60, paint: {fill: 'gain'}},
    ]);
    expect(Number(at(20, 20).split(' ')[0])).to.be.within(126, 129);
    expect(at(70, 20)).to.equal('gain');
  });

  it('writes text from its anchor', () => {
    const text = {kind: 'text', key: 't', x: 50, y: 30, size: 30, text: '█', paint: {fill: 'accent'}} as const;
    const inkOf = (mark: Mark) => {
      const at = painted([mark]);
      return [at(45, 20), at(55, 20)];
    };
    expect(inkOf(text)).to.deep.equal(['ground', 'accent']);
    expect(inkOf({...text, anchor: 'end'})).to.deep.equal(['accent', 'ground']);
    expect(inkOf({...text, anchor: 'middle'})).to.deep.equal(['accent', 'accent']);
  });

  it('is the same at twice the pixels', () => {
    const at = painted([{...rect, paint: {fill: 'gain'}}], 2);
    expect([at(11, 11), at(9, 20), at(40, 20)]).to.deep.equal(['gain', 'ground', 'ground']);
  });
});
