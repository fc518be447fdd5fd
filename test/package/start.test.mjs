/** What `npm start` promises: an address, and on it the demo portal with every chart drawn and nothing on the console. */
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {after, before, describe, it} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import puppeteer from 'puppeteer-core';
import {findBrowser} from '../runner/browser.mjs';
import {at, manifest} from './built.mjs';

const PATIENCE = 60_000;

let server;
let address;
let browser;

before(
  async () => {
    server = spawn(process.execPath, [at('node_modules/.bin/vite'), '--port', '5300'], {cwd: at('.')});
    address = await printedAddress(server);
    const {executablePath, args, env} = await findBrowser();
    browser = await puppeteer.launch({executablePath, args, env});
  },
  {timeout: PATIENCE},
);

after(async () => {
  await browser?.close();
  server?.kill();
});

function printedAddress({stdout}) {
  return new Promise((resolve, reject) => {
    let printed = '';
    stdout.setEncoding('utf8').on('data', (text) => {
      printed += stripVTControlCharacters(text);
      const found = printed.match(/http:\/\/localhost:\d+\//);
      if (found) resolve(found[0]);
    });
    stdout.on('close', () => reject(new Error(`no address was printed:\n${printed}`)));
  });
}

describe('npm start', () => {
  it('is the server of this test', () => assert.equal(manifest.scripts.start, 'vite'));

  it('shows the demo portal, every chart drawn', {timeout: PATIENCE}, async () => {
    const page = await browser.newPage();
    const said = [];
    page.on('pageerror', (error) => said.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(`${message.text()} ${message.location().url ?? ''}`);
    });
    page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`));
    await page.goto(address);
    await page.waitForFunction(everyChartIsSettled, {timeout: PATIENCE / 2});
    const statuses = await page.evaluate(statusesOfCharts);
    assert.ok(statuses.length > 0);
    assert.deepEqual([...new Set(statuses)], ['ready']);
    assert.deepEqual(said, []);
  });
});

function chartsOf(page) {
  return [...page.querySelectorAll('*')].filter(({localName}) => localName.startsWith('insight-'));
}

/** These run in the page, so they stand alone. */
const everyChartIsSettled = `(() => {
  ${chartsOf}
  const charts = chartsOf(document);
  return charts.length > 0 && charts.every(({status}) => status && !['waiting', 'loading'].includes(status));
})()`;
const statusesOfCharts = `(${chartsOf})(document).map(({status}) => status)`;
