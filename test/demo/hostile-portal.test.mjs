/** The hostile portal of the demo, on the built library: nothing is refused, thrown, cut off, blank or painted by the page. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {findBrowser} from '../runner/browser.mjs';
import {serveFolder} from '../stories/static-site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PATIENCE = 60_000;

/** What a reader sees of each chart. */
const readCharts = () =>
  [...document.querySelectorAll('body *')]
    .filter((node) => node.localName.startsWith('insight-') && node.checkVisibility())
    .map((chart) => {
      const svg = chart.shadowRoot.querySelector('svg');
      const box = chart.getBoundingClientRect();
      const texts = [...chart.shadowRoot.querySelectorAll('svg text')].filter((text) => text.textContent.trim());
      return {
        name: chart.localName,
        status: chart.status,
        place: chart.parentElement.clientWidth,
        width: Math.round(box.width),
        height: Math.round(svg?.getBoundingClientRect().height ?? 0),
        hostile: [...(svg?.querySelectorAll('*') ?? [])].filter((node) =>
          ['fill', 'stroke'].some((paint) => /rgb\((0, 255, 0|255, 0, 255)\)/.test(getComputedStyle(node)[paint])),
        ).length,
        small: texts.filter((text) => Number.parseFloat(getComputedStyle(text).fontSize) < 12).length,
        outside: texts
          .filter((text) => text.getBoundingClientRect().right > box.right + 1)
          .map((text) => text.textContent),
      };
    });

describe('the hostile portal', () => {
  const troubles = [];
  const infos = [];
  let site;
  let browser;
  let page;

  before(async () => {
    const {executablePath, args, env} = await findBrowser();
    site = await serveFolder(root);
    browser = await puppeteer.launch({executablePath, args, env, protocolTimeout: PATIENCE});
    page = await browser.newPage();
    await page.setViewport({width: 1280, height: 900});
    page.on('console', (message) =>
      (['error', 'warn'].includes(message.type()) ? troubles : infos).push(message.text()),
    );
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(`${site.url}/demo/hostile-portal.html`, {timeout: PATIENCE});
  });

  after(async () => {
    await browser?.close();
    site?.close();
  });

  const settled = async (count) => {
    const areDrawn = (expected) => {
      const shown = [...document.querySelectorAll('body *')].filter(
        (node) => node.localName.startsWith('insight-') && node.checkVisibility(),
      );
      return shown.length === expected && shown.every(({status}) => status !== 'waiting' && status !== 'loading');
    };
    await page.waitForFunction(areDrawn, {timeout: PATIENCE, polling: 200}, count);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    return page.evaluate(readCharts);
  };

  const judge = ({name, status, place, width, height, hostile, small, outside}) => {
    assert.equal(status, 'ready', name);
    assert.ok(width <= place, `${name}: ${width} px in ${place} px`);
    assert.ok(height > 80, `${name} is ${height} px high`);
    assert.deepEqual({hostile, small, outside}, {hostile: 0, small: 0, outside: []}, name);
  };

  it('shows every chart whole, in its own colours, in cards and in a column of 320 px', async () => {
    const charts = await settled(8);
    charts.forEach(judge);
    assert.equal(charts.filter(({width}) => width === 320).length, 4);
  });

  it('shows the chart of a hidden tab when that opens', async () => {
    await page.click('#switch');
    (await settled(9)).forEach(judge);
  });

  it('was told of the second copy, once for each element, and of no trouble', () => {
    assert.deepEqual(troubles, []);
    for (const name of ['loyalty-ladder', 'cohort-retention', 'treatment-lift', 'segment-matrix'])
      assert.equal(infos.filter((words) => words.includes(`<insight-${name}>`)).length, 1, infos.join('\n'));
  });
});
