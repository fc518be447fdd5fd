import '../support/watch-page.js';
import {expect} from 'chai';
import '../../src/charts/loyalty-ladder/define.js';
import {emulateReader} from '../support/browser-commands.js';
import {engineCan, itNeeds} from '../support/engine.js';
import {fixture, painted} from '../support/fixture.js';

describe('an element that is hidden and shown again', () => {
  it('keeps its drawing, so that nothing flashes and the focus stays', async () => {
    const element = await fixture('insight-loyalty-ladder', {data: [{rung: 'client', count: 12}]});
    await painted();
    const svg = element.shadowRoot!.querySelector('svg');
    const place = element.parentElement!;
    place.hidden = true;
    await painted();
    await painted();
    expect(element.shadowRoot!.querySelector('svg')).to.equal(svg).and.not.equal(null);
    place.hidden = false;
    await painted();
    await painted();
    expect(element.shadowRoot!.querySelector('svg')).to.equal(svg);
  });

  it('takes the width it has then', async () => {
    const element = await fixture('insight-loyalty-ladder', {data: [{rung: 'client', count: 12}]});
    const place = element.parentElement!;
    place.hidden = true;
    await painted();
    place.style.width = '400px';
    place.hidden = false;
    await painted();
    await painted();
    expect(element.shadowRoot!.querySelector('svg')!.viewBox.baseVal.width).to.equal(400);
  });
});

describe('bars', () => {
  const durationIn = (element: Element) =>
    getComputedStyle(element.shadowRoot!.querySelector('[part~="bar"]')!).transitionDuration;

  it('move to new numbers and jump to a new size, as their words do', async () => {
    const element = await fixture('insight-loyalty-ladder', {data: [{rung: 'client', count: 12}]});
    element.data = [{rung: 'client', count: 13}];
    await element.updateComplete;
    const withNumbers = durationIn(element);
    element.parentElement!.style.width = '400px';
    await painted();
    await painted();
    expect([withNumbers, durationIn(element)]).to.deep.equal(['0.2s, 0.2s, 0.2s', '0s']);
  });
});

describe('the table of an element', () => {
  it('is a stop of the keyboard with a name only while it is shown', async () => {
    const element = await fixture('insight-loyalty-ladder', {data: [{rung: 'client', count: 12}], heading: 'Mine'});
    const table = element.shadowRoot!.querySelector<HTMLElement>('[part="table"]')!;
    expect(table.tabIndex).to.equal(-1);
    element.shadowRoot!.querySelector<HTMLElement>('[part="table-switch"]')!.click();
    await element.updateComplete;
    expect([table.tabIndex, table.role, table.ariaLabel]).to.deep.equal([0, 'group', 'Mine']);
  });
});

describe('on paper', () => {
  afterEach(() => (engineCan('emulate-reader') ? emulateReader() : undefined));

  itNeeds('emulate-reader', 'an element is light, without buttons, and nothing glides', async () => {
    const element = await fixture('insight-loyalty-ladder', {data: [{rung: 'client', count: 12}]});
    element.parentElement!.style.colorScheme = 'dark';
    await emulateReader({media: 'print'});
    const styleOf = (part: string) => getComputedStyle(element.shadowRoot!.querySelector(`[part~="${part}"]`)!);
    expect(styleOf('tools').display).to.equal('none');
    expect(styleOf('bar').transitionDuration).to.equal('0s');
    expect(getComputedStyle(element).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(element).color).to.equal('rgb(26, 34, 45)');
  });
});
