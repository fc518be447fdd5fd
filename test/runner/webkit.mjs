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
const START_TRIES = 100;

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
  type = 'webdriver';
  /** One window, in which the test files follow each other. */
  concurrency = 1;
  #found;
  #driver;
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
    this.#window = undefined;
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
    return window;
  }

  // What the runner's commands for keys and mouse call on a launcher of type `webdriver`.
  sendKeys = async (_, keys) => (await this.#window).pressKeys(keys);
  sendMouseMove = async (_, x, y) => (await this.#window).moveMouse(x, y);
  sendMouseDown = async (_, button) => (await this.#window).holdButton(button);
  sendMouseUp = async (_, button) => (await this.#window).freeButton(button);
  resetMouse = async () => (await this.#window).freeAll();
  sendMouseClick = async (...[id, x, y, button]) => {
    await this.sendMouseMove(id, x, y);
    await this.sendMouseDown(id, button);
    await this.sendMouseUp(id, button);
  };
}

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
