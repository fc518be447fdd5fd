/**
 * WebKitGTK for the test runner. No package of the runner drives it without an install script; WebDriver is little.
 * The window needs a display: `xvfb-run -a`.
 */
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {freePort} from './free-port.mjs';
import {newSession} from './web-driver.mjs';

/** As large as the runner makes the page of the other engines; WebKitGTK's window cannot be narrower than 447 px. */
const PAGE = [800, 600];
const START_TRIES = 1_200;

/** The driver and the browser it drives, which Debian keeps away from PATH; undefined where one is missing. */
export function findWebKit() {
  const driver = '/usr/bin/WebKitWebDriver';
  const binary = readdirSync('/usr/lib')
    .flatMap((machine) => ['4.1', '4.0'].map((version) => join('/usr/lib', machine, `webkit2gtk-${version}`)))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((place) => existsSync(place));
  return existsSync(driver) && binary ? {driver, binary} : undefined;
}

/** Whether a virtual display can be had here. */
export const canShowWindows = () => spawnSync('which', ['xvfb-run', 'xauth']).status === 0;

/** @implements {import('@web/test-runner-core').BrowserLauncher} */
class WebKitLauncher {
  name = 'WebKitGTK';
  /** As whom the runner's commands address it: for WebDriver they know neither a held key nor a size of the page. */
  type = 'puppeteer';
  /** One window, in which the test files follow each other. */
  concurrency = 1;
  #found;
  #driver;
  #page;
  #window;
  #active;

  constructor(found) {
    this.#found = found;
  }

  /** A browser that has crashed fails the file it was at; the next file gets a new one. */
  async startSession(sessionId, url) {
    this.#window ??= this.#openWindow();
    try {
      const window = await this.#window;
      await window.open(url);
      this.#active = sessionId;
    } catch (error) {
      this.#close();
      throw error;
    }
  }

  isActive(sessionId) {
    return this.#active === sessionId;
  }

  async getBrowserUrl() {
    return (await this.#window).url();
  }

  /** Leaves the page, so that nothing of it runs on beside the next one. */
  async stopSession() {
    this.#active = undefined;
    const window = await this.#window;
    await window?.freeAll();
    await window?.open('about:blank');
    return {};
  }

  startDebugSession() {
    throw new Error('open the page by hand: WebKitGTK is not debugged from here');
  }

  async stop() {
    const window = await this.#window?.catch(() => undefined);
    await window?.end().catch(() => undefined);
    this.#close();
  }

  /** The browser goes with its driver. */
  #close() {
    this.#driver?.kill();
    this.#page = this.#window = undefined;
  }

  async #openWindow() {
    const {driver, binary} = this.#found;
    const port = await freePort();
    this.#driver = spawn(driver, [`--port=${port}`], {stdio: 'ignore'});
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    const window = await newSession(address, {
      browserName: 'MiniBrowser',
      // The runner asks the page itself whether it has begun.
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': {binary, args: ['--automation']},
    });
    await window.resizePage(...PAGE);
    this.#page = pageIn(window);
    return window;
  }

  /** What the runner's commands ask of a page: keyboard, mouse and size, as of one that puppeteer drives. */
  getPage() {
    if (!this.#page) throw new Error('no page is open');
    return this.#page;
  }
}

/** The part of puppeteer's page that the commands for tests use. */
const pageIn = (window) => ({
  keyboard: {
    press: (key) => window.pressKeys([key]),
    type: (text) => window.pressKeys([...text]),
    down: (key) => window.holdKey(key),
    up: (key) => window.freeKey(key),
  },
  mouse: {
    move: (x, y) => window.moveMouse(x, y),
    down: ({button} = {}) => window.holdButton(button),
    up: ({button} = {}) => window.freeButton(button),
    async click(x, y, {button} = {}) {
      await window.moveMouse(x, y);
      await window.holdButton(button);
      await window.freeButton(button);
    },
    reset: () => window.freeAll(),
  },
  setViewport: ({width, height}) => window.resizePage(width, height),
});

/** Resolves when a driver answers that it is ready. */
async function answers(address) {
  for (let tries = 0; tries < START_TRIES; tries++) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await wait(100);
  }
  throw new Error(`no driver answers at ${address}`);
}

/** @throws {Error} where WebKitGTK or its driver is not installed */
export function webKitLauncher() {
  const found = findWebKit();
  if (!found) throw new Error('no WebKitGTK found: install webkit2gtk-driver');
  return new WebKitLauncher(found);
}
