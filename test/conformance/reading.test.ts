import {expect} from 'chai';
import '../support/watch-page.js';
import {painted, until} from '../support/fixture.js';
import {paintedBox} from '../support/painted-box.js';
import {readChart} from '../support/read-chart.js';
import {show, subjects, type ChartUnderTest} from './subjects.js';
import {expectNone} from './verdict.js';

/** The size in pixels at which a text is painted. */
function paintedSize(node: Element): number {
  const size = Number.parseFloat(getComputedStyle(node).fontSize);
  return node instanceof SVGGraphicsElement ? size * Math.abs(node.getScreenCTM()?.d ?? 1) : size;
}

for (const subject of subjects)
  for (const one of subject.cases)
    describe(`${subject.name}, ${one.name}, ${one.view}`, () => {
      it('has no text under 12 px, at 200, 320 and 720 px and with text twice as large', async () => {
        const {style} = document.documentElement;
        for (const [width, fontSize] of [
          [200, ''],
          [320, ''],
          [720, ''],
          [720, '32px'],
          [320, '32px'],
        ] as const) {
          style.fontSize = fontSize;
          const element = await show(subject, one, width);
          element.shadowRoot!.querySelector<HTMLElement>('[part=table-switch]')!.click();
          element.shadowRoot!.querySelector<HTMLElement>('[part=menu-switch]')!.click();
          await element.updateComplete;
          const small = [...element.shadowRoot!.querySelectorAll('*')]
            .filter((node) =>
              [...node.childNodes].some(({nodeType, nodeValue}) => nodeType === Node.TEXT_NODE && nodeValue?.trim()),
            )
            .filter((node) => paintedSize(node) < (fontSize ? 24 : 12) - 0.1)
            .map((node) => `${paintedSize(node)} px: ${node.outerHTML.slice(0, 120)}`);
          style.fontSize = '';
          expectNone(small, `${width} px ${fontSize}`);
          element.remove();
        }
      });

      it('fits 320 px without scrolling, and 640 px with text twice as large', async () => {
        const {style} = document.documentElement;
        for (const [width, fontSize] of [
          [320, ''],
          [640, '32px'],
        ] as const) {
          style.fontSize = fontSize;
          const element = await show(subject, one, width);
          const {right} = element.getBoundingClientRect();
          const beyond = [
            ...element.shadowRoot!.querySelectorAll(
              'figure, [part=heading], [part=headline], svg, svg text, [part=notes], [part=tools], button',
            ),
          ]
            .filter((node) => paintedBox(node).right > right + 1)
            .map((node) => node.outerHTML.slice(0, 120));
          style.fontSize = '';
          expectNone(beyond, `${width} px ${fontSize}`);
          element.remove();
        }
      });

      it('names its figure, its drawing and its tools', async () => {
        const {root, heading, drawing} = readChart(await show(subject, one));
        expect(heading).to.not.equal('');
        expect(root.querySelector('figure')?.getAttribute('aria-labelledby')).to.equal('heading');
        expect(drawing?.getAttribute('role')).to.equal('graphics-document');
        expect(drawing?.getAttribute('aria-label')).to.equal(readChart(root.host as ChartUnderTest).headline);
        for (const mark of root.querySelectorAll('[data-datum]'))
          expect(mark.getAttribute('role')).to.equal('graphics-symbol');
        expect(root.querySelector('[role=toolbar]')?.getAttribute('aria-label')).to.be.a('string').that.is.not.empty;
        const table = await readChart(root.host as ChartUnderTest).table();
        expect(table.length).to.be.above(1);
      });
    });

for (const subject of subjects)
  describe(`${subject.name} and a screen reader's patience`, () => {
    it('speaks once for a state, and not of exploring', async () => {
      const element = await show(subject, subject.cases[0]);
      const region = element.shadowRoot!.querySelector('[role=status]')!;
      const spoken: string[] = [];
      const observer = new MutationObserver(() => spoken.push(region.textContent.trim()));
      observer.observe(region, {childList: true, characterData: true, subtree: true});
      for (const mark of element.shadowRoot!.querySelectorAll('[data-datum]'))
        mark.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, composed: true}));
      element.parentElement!.style.width = '500px';
      await painted();
      await painted();
      expect(spoken).to.deep.equal([]);
      element.data = {rows: 'nonsense'};
      await element.updateComplete;
      await until(() => spoken.length > 0);
      expect(spoken).to.have.lengthOf(1);
      expect(spoken[0]).to.not.equal('');
      element.requestUpdate();
      await element.updateComplete;
      await painted();
      observer.disconnect();
      expect(spoken).to.have.lengthOf(1);
    });

    it('hears of a copy, and of what comes after it', async () => {
      const element = await show(subject, subject.cases[0]);
      const {root} = readChart(element);
      root.querySelector<HTMLElement>('[part=menu-switch]')!.click();
      await element.updateComplete;
      const write = () => Promise.resolve();
      Object.defineProperty(navigator.clipboard, 'write', {configurable: true, value: write});
      root.querySelectorAll<HTMLElement>('[part=action]')[2]!.click();
      await until(() => readChart(element).announcement !== '');
      Reflect.deleteProperty(navigator.clipboard, 'write');
      const heard = readChart(element).announcement;
      element.data = {rows: 'nonsense'};
      await element.updateComplete;
      expect(readChart(element).announcement).to.not.equal(heard).and.not.equal('');
    });
  });
