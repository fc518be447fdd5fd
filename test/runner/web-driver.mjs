/** A session of the WebDriver protocol, as little of it as the tests need: https://www.w3.org/TR/webdriver2/ */

/** Names of keys as `sendKeys` takes them, to the code points of the protocol; a character stands for itself. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
const BUTTONS = {left: 0, middle: 1, right: 2};

/** @throws {Error} for a key that has no name here */
function keyAction(type, key) {
  if (key.length > 1 && !(key in KEYS)) throw new Error(`unknown key: ${key}`);
  return {type, value: KEYS[key] ?? key};
}

async function answerOf(response, what) {
  const {value} = await response.json();
  if (response.ok) return value;
  throw new Error(`WebDriver refused ${what}: ${value.error}: ${value.message}`);
}

/**
 * @param {string} address of the driver
 * @param {object} capabilities what the browser must be
 */
export async function newSession(address, capabilities) {
  const body = JSON.stringify({capabilities: {alwaysMatch: capabilities}});
  const response = await fetch(`${address}/session`, {method: 'POST', body});
  const {sessionId} = await answerOf(response, 'a session');
  return new Session(`${address}/session/${sessionId}`);
}

class Session {
  #address;

  constructor(address) {
    this.#address = address;
  }

  async #send(method, path, payload) {
    const body = method === 'POST' ? JSON.stringify(payload ?? {}) : undefined;
    return answerOf(await fetch(`${this.#address}${path}`, {method, body}), path || 'the end');
  }

  open = (url) => this.#send('POST', '/url', {url});
  url = () => this.#send('GET', '/url');
  end = () => this.#send('DELETE', '');

  /** The page's own size, in pixels: a window has bars besides, as high as the theme makes them. */
  async resizePage(width, height) {
    const inner = () => this.#send('POST', '/execute/sync', {script: 'return [innerWidth, innerHeight]', args: []});
    await this.#send('POST', '/window/rect', {width, height});
    const [innerWidth, innerHeight] = await inner();
    await this.#send('POST', '/window/rect', {width: 2 * width - innerWidth, height: 2 * height - innerHeight});
    const reached = await inner();
    if (reached[0] !== width || reached[1] !== height) throw new Error(`the page is ${reached.join(' × ')} px`);
  }

  pressKeys = (keys) => this.#keys(keys.flatMap((key) => ['keyDown', 'keyUp'].map((type) => keyAction(type, key))));
  holdKey = (key) => this.#keys([keyAction('keyDown', key)]);
  freeKey = (key) => this.#keys([keyAction('keyUp', key)]);

  moveMouse = (x, y) => this.#mouse([{type: 'pointerMove', x: Math.round(x), y: Math.round(y)}]);
  holdButton = (button = 'left') => this.#mouse([{type: 'pointerDown', button: BUTTONS[button]}]);
  freeButton = (button = 'left') => this.#mouse([{type: 'pointerUp', button: BUTTONS[button]}]);
  freeAll = () => this.#send('DELETE', '/actions');

  #keys(actions) {
    return this.#send('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  #mouse(actions) {
    const pointer = {type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions};
    return this.#send('POST', '/actions', {actions: [pointer]});
  }
}
