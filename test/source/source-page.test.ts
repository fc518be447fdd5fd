import {expect} from 'chai';
import '../support/watch-page.js';
import {browserPage} from '../../src/source/source-page.js';
import {turn} from '../support/fake-page.js';

const TOLD_BY: readonly (readonly [EventTarget, string])[] = [
  [document, 'visibilitychange'],
  [window, 'online'],
  [window, 'offline'],
];

/** Lets the page say something else of itself for the time of a call. */
function saying(target: Document | Navigator, word: Readonly<Record<string, unknown>>, read: () => boolean): boolean {
  const properties = Object.entries(word);
  for (const [name, value] of properties) Object.defineProperty(target, name, {value, configurable: true});
  try {
    return read();
  } finally {
    for (const [name] of properties) Reflect.deleteProperty(target, name);
  }
}

describe('the page of a browser', () => {
  it('resolves references against the page, without fragments', () => {
    expect(browserPage.resolve('/a/../b?c#d')).to.equal(`${location.origin}/b?c`);
    expect(browserPage.resolve('http://[')).to.equal(null);
    expect(browserPage.resolve('ftp://data.example/a')).to.equal(null);
  });

  it('tells when it is hidden or offline', () => {
    expect(browserPage.isVisible()).to.equal(document.visibilityState === 'visible');
    expect(saying(document, {visibilityState: 'hidden'}, browserPage.isVisible)).to.equal(false);
    expect(saying(document, {visibilityState: 'visible'}, browserPage.isVisible)).to.equal(true);
    expect(saying(navigator, {onLine: false}, browserPage.isOnline)).to.equal(false);
    expect(saying(navigator, {onLine: true}, browserPage.isOnline)).to.equal(true);
  });

  for (const [target, event] of TOLD_BY)
    it(`tells of ${event} until it is no longer watched`, () => {
      let times = 0;
      const stop = browserPage.watch(() => times++);
      target.dispatchEvent(new Event(event));
      stop();
      target.dispatchEvent(new Event(event));
      expect(times).to.equal(1);
    });

  it('knows the time of day', () => expect(browserPage.now()).to.be.closeTo(Date.now(), 5_000));

  it('draws lots from 0 to below 1', () => {
    const lots = Array.from({length: 100}, browserPage.random);
    expect(Math.min(...lots)).to.be.at.least(0);
    expect(Math.max(...lots)).to.be.below(1);
    expect(new Set(lots).size).to.be.above(90);
  });

  it('acts after a while, unless it is called off', async () => {
    const acted: string[] = [];
    browserPage.after(1, () => acted.push('kept'));
    browserPage.after(1, () => acted.push('called off'))();
    const start = performance.now();
    while (performance.now() - start < 30) await turn();
    expect(acted).to.deep.equal(['kept']);
  });
});
