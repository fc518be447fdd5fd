import '../../support/watch-page.js';
import {expect} from 'chai';
import {demoLadders} from '../../support/demo-data.js';
import {mount, painted, settled, until} from '../../support/fixture.js';
import {inlineJson} from '../../support/inline-json.js';
import {parseCsv} from '../../support/parse-csv.js';
import {parseXml} from '../../support/parse-xml.js';
import {readChart} from '../../support/read-chart.js';
import {failing, type Given, ladder, otherRows, rows, TAG} from './mounted.js';

describe('data in the page', () => {
  const withScript = async (text: string, given: Given = {}) => {
    const element = Object.assign(document.createElement(TAG), given);
    element.append(inlineJson(text));
    mount(element, 600);
    await settled(element);
    return element;
  };

  it('are drawn from an inline script', async () =>
    expect(readChart(await withScript(JSON.stringify(rows))).bars()).to.have.length(3));

  it('give way to the property', async () =>
    expect(readChart(await withScript(JSON.stringify(rows), {data: otherRows})).bars()).to.have.length(1));

  it('are drawn when the script comes later, and again when it changes', async () => {
    const element = mount(document.createElement(TAG), 600);
    await settled(element);
    expect(element.status).to.equal('waiting');
    element.append(inlineJson(JSON.stringify(rows)));
    await until(() => element.status === 'ready');
    element.replaceChildren(inlineJson(JSON.stringify(otherRows)));
    await until(() => readChart(element).bars().length === 1);
  });

  it('that are no JSON are said to be none', async () => {
    const element = await withScript('{"rows": [');
    expect([element.status, element.issues[0]?.code]).to.deep.equal(['failed', 'not_json']);
    expect(readChart(element).notice.at(-1)).to.include('expected JSON');
  });

  it('are loaded from an address', async () => {
    const element = await ladder({data: undefined, src: '/data.json', loadData: () => Promise.resolve({rows})});
    await until(() => element.status === 'ready');
    expect(readChart(element).bars()).to.have.length(3);
  });

  it('that cannot be loaded are said to be missing', async () => {
    const element = await ladder({data: undefined, src: '/data.json', loadData: failing});
    await until(() => element.status === 'failed');
    expect(readChart(element).notice).to.have.length.above(0);
  });
});

describe('languages', () => {
  const headingIn = async (place: (element: Element) => Element) => {
    const element = document.createElement(TAG);
    element.data = rows;
    mount(place(element), 600);
    await settled(element);
    return readChart(element).heading;
  };
  const inside = (lang: string) => (element: Element) => {
    const box = document.createElement('div');
    box.lang = lang;
    box.append(element);
    return box;
  };
  const inShadow = (lang: string) => (element: Element) => {
    const box = document.createElement('div');
    box.lang = lang;
    box.attachShadow({mode: 'open'}).append(element);
    return box;
  };

  it('are English unless the page says otherwise', async () =>
    expect(await headingIn((element) => element)).to.equal('Loyalty ladder'));
  it('are that of the nearest ancestor', async () => expect(await headingIn(inside('zh-CN'))).to.equal('忠诚阶梯'));
  it('are that of the nearest ancestor beyond a shadow root', async () =>
    expect(await headingIn(inShadow('zh'))).to.equal('忠诚阶梯'));
  it('are English where we do not speak the language', async () =>
    expect(await headingIn(inside('fr'))).to.equal('Loyalty ladder'));
  it('are those of the element itself before all others', async () =>
    expect(
      await headingIn((element) => {
        element.setAttribute('lang', 'en');
        return inside('zh')(element);
      }),
    ).to.equal('Loyalty ladder'));

  it('change with the page, in every part of the element', async () => {
    const element = await ladder();
    const chart = readChart(element);
    await chart.table();
    element.parentElement!.lang = 'zh-CN';
    await until(() => chart.heading === '忠诚阶梯');
    expect(chart.labels()[0]).to.equal('合作伙伴：60 人。');
    expect(chart.headline).to.match(/变化最大/);
    await until(() => chart.root.querySelector('th')!.textContent === '阶梯');
  });

  it('change beyond a shadow root', async () => {
    const host = mount(document.createElement('div'), 600);
    const element = document.createElement(TAG);
    element.data = rows;
    host.attachShadow({mode: 'open'}).append(element);
    await settled(element);
    host.lang = 'zh';
    await until(() => readChart(element).heading === '忠诚阶梯');
  });

  it('from right to left mirror the drawing and the arrow keys', async () => {
    const series = ['North', 'South'].flatMap((name) => [{rung: 'client', series: name, count: 50}]);
    const element = await ladder({data: series});
    const chart = readChart(element);
    const [north, south] = chart.bars();
    element.dir = 'rtl';
    await until(() => chart.bars()[0]!.x !== north!.x);
    const mirrored = chart.bars();
    expect(mirrored[0]!.x + mirrored[0]!.width).to.be.closeTo(720 - north!.x, 0.1);
    expect(mirrored[1]!.x + mirrored[1]!.width).to.be.closeTo(720 - south!.x, 0.1);
    await chart.focusNext();
    expect(await chart.focusNext('ArrowLeft')).to.equal('South, Client: 50 customers.');
  });
});

describe('to take away', () => {
  it('an SVG file that needs nothing of the page', async () => {
    const svg = (await ladder({data: demoLadders['neglected-rungs']})).toSvg()!;
    expect(parseXml(svg).documentElement.querySelectorAll('[data-datum]')).to.have.length(6);
    expect(svg).to.not.match(/var\(|url\(|href|<script|foreignObject|NaN|undefined/);
  });

  it('an SVG file in the colours of the page', async () => {
    const element = await ladder();
    element.parentElement!.style.setProperty('--insight-accent', 'rgb(1, 2, 3)');
    expect(element.toSvg()).to.include('fill="rgb(1, 2, 3)"');
  });

  it('a picture as large as asked, and not blank', async () => {
    const element = await ladder();
    const {width, height} = readChart(element).drawing!.viewBox.baseVal;
    const blob = await element.toPng(3);
    expect(blob?.type).to.equal('image/png');
    const image = await createImageBitmap(blob!);
    expect([image.width, image.height]).to.deep.equal([Math.ceil(width * 3), Math.ceil(height * 3)]);
    const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const bar = readChart(element).bars().at(-1)!;
    const pixel = context.getImageData((bar.x + bar.width / 2) * 3, (bar.y + bar.height / 2) * 3, 1, 1).data;
    expect([...pixel]).to.deep.equal([0x1c, 0x62, 0xb5, 255]);
  });

  it('a table that holds the numbers of the metrics', async () => {
    const element = await ladder({data: demoLadders['loyalty-ladder'], minCell: 0});
    const [head, ...records] = parseCsv(element.toCsv()!.slice(1));
    const {rungs} = element.metrics!.series[0]!;
    const column = (name: string) => records.map((record) => record[head!.indexOf(name)]);
    expect(column('Customers')).to.deep.equal(rungs.map(({count}) => (count === null ? '' : String(count))));
    expect(column('Climbed, rate')).to.deep.equal(rungs.map(({climb}) => (climb ? String(climb.rate) : '')));
    expect(column('Value').map(Number)).to.deep.equal(rungs.map(({value}) => value ?? 0));
  });
});

describe('the page around', () => {
  it('gives the width, also when it changes', async () => {
    const element = await ladder({}, 700);
    const chart = readChart(element);
    const width = () => chart.drawing?.viewBox.baseVal.width;
    expect(width()).to.equal(700);
    element.parentElement!.style.width = '400px';
    await until(() => width() === 400);
  });

  it('may show the element later', async () => {
    const element = document.createElement(TAG);
    element.data = rows;
    const tab = mount(document.createElement('div'), 600);
    tab.hidden = true;
    tab.append(element);
    await settled(element);
    expect([element.status, readChart(element).drawing]).to.deep.equal(['ready', null]);
    tab.hidden = false;
    await until(() => readChart(element).bars().length === 3);
  });

  it('colours the drawing by its own custom properties and parts', async () => {
    const element = await ladder();
    const bar = element.shadowRoot!.querySelector('[part~=bar]')!;
    element.parentElement!.style.setProperty('--insight-accent', 'rgb(10, 20, 30)');
    expect(getComputedStyle(bar).fill).to.equal('rgb(10, 20, 30)');
  });

  it('may take the element out and put it in elsewhere', async () => {
    const element = await ladder();
    element.remove();
    await painted();
    mount(element, 500);
    await until(() => readChart(element).drawing?.viewBox.baseVal.width === 500);
    expect(readChart(element).bars()).to.have.length(3);
  });

  it('may register the tag twice', async () => {
    await import('../../../src/define.js');
    expect(customElements.get(TAG)).to.equal((await import('../../../src/index.js')).LoyaltyLadderElement);
  });
});
