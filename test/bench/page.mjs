/** The browser of the tests with one page in which every contender stands ready. */
import {readFile} from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import {findBrowser} from '../runner/browser.mjs';

const STYLE = `
  body { margin: 16px; font: 13px/1.45 sans-serif; }
  #stage { position: relative; }
`;

/** @returns {Promise<import('puppeteer-core').Browser>} */
export async function openBrowser() {
  const {executablePath, args, env} = await findBrowser();
  return puppeteer.launch({executablePath, args, env, defaultViewport: {width: 1000, height: 1100}});
}

/**
 * An empty page of one's own. Animations are off for everybody: each library is told so, and the page asks for reduced
 * motion.
 */
export async function openStage(browser) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`error in the page: ${error.message}`));
  page.on('console', (message) => ['error', 'warn'].includes(message.type()) && console.error(message.text()));
  await page.emulateMediaFeatures([{name: 'prefers-reduced-motion', value: 'reduce'}]);
  await page.setContent('<!doctype html><html lang="en"><title>bench</title><body></body></html>');
  await page.addStyleTag({content: STYLE});
  await page.addScriptTag({content: await readFile(new URL('harness.js', import.meta.url), 'utf8')});
  const session = await page.createCDPSession();
  // Clocks of the thread, not of the wall: what other programs do meanwhile is left out.
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  return new Stage(page, session);
}

/** What the tables are made of, by the browser's own names. */
const CLOCKS = {main: 'ThreadTime', style: 'RecalcStyleDuration', layout: 'LayoutDuration'};

class Stage {
  constructor(page, session) {
    this.page = page;
    this.session = session;
  }

  /** Makes a contender known to the harness. */
  load(name, code) {
    const loading = async (name, code) => {
      const url = URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
      await window.bench.load(name, url);
    };
    return this.page.evaluate(loading, name, code);
  }

  /** Brings data and size of the next step into the page. */
  give(json, size) {
    return this.run('give', json, size && {width: size.width, height: size.height});
  }

  /** Runs one step of the harness; gives the main thread's CPU time for it in ms, and how much of it was style and layout. */
  async measure(step, ...parameters) {
    await this.session.send('HeapProfiler.collectGarbage');
    const before = await this.#clocks();
    await this.run(step, ...parameters);
    const after = await this.#clocks();
    return costOf(before, after);
  }

  /** The same for real moves of the mouse over places of the drawing, each until it is shown. */
  async measureHover(places, {stays = false} = {}) {
    const {x, y} = await this.run('corner');
    await this.session.send('HeapProfiler.collectGarbage');
    const before = await this.#clocks();
    for (const [right, down] of places) {
      await this.page.mouse.move(x + right, y + down);
      await this.run('frames');
    }
    const after = await this.#clocks();
    if (!stays) await this.page.mouse.move(0, 0);
    return costOf(before, after);
  }

  run(step, ...parameters) {
    return this.page.evaluate((step, parameters) => window.bench[step](...parameters), step, parameters);
  }

  async #clocks() {
    const {metrics} = await this.session.send('Performance.getMetrics');
    const seconds = new Map(metrics.map(({name, value}) => [name, value]));
    return Object.fromEntries(Object.entries(CLOCKS).map(([name, metric]) => [name, seconds.get(metric)]));
  }
}

const costOf = (before, after) =>
  Object.fromEntries(Object.keys(CLOCKS).map((name) => [name, (after[name] - before[name]) * 1000]));
