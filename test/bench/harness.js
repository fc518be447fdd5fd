/**
 * In the page: one contender at a time on an empty stage. Each step is over two whole frames after the contender says it
 * is ready. Work put off to idle time waits until the bench asks for it, so that its cost can be told apart.
 */
const contenders = new Map([['nothing', {mount: mountNothing}]]);
const stage = document.createElement('div');
stage.id = 'stage';
document.body.append(stage);

let given;
let mounted;
let idleWork = new Map();

window.requestIdleCallback = (work) => {
  const handle = Math.max(0, ...idleWork.keys()) + 1;
  idleWork.set(handle, work);
  return handle;
};
window.cancelIdleCallback = (handle) => idleWork.delete(handle);

window.bench = {
  async load(name, url) {
    contenders.set(name, await import(url));
  },
  /** Not measured: data and size for the next step. */
  give(json, size) {
    given = json;
    if (size) Object.assign(stage.style, {width: `${size.width}px`, height: `${size.height}px`});
  },
  async mount(name, {width, height, hovers = false}) {
    mounted = await contenders.get(name).mount(stage, given, {width, height, hovers});
    await twoFrames();
  },
  /** Where the drawing begins in the window; a contender whose drawing is not at the corner of the stage says which. */
  corner() {
    const {x, y} = (mounted.surface?.() ?? stage).getBoundingClientRect();
    return {x, y};
  },
  frames: () => twoFrames(),
  async update() {
    await mounted.update(given);
    await twoFrames();
  },
  hasIdleWork: () => idleWork.size > 0,
  async idle() {
    const works = idleWork;
    idleWork = new Map();
    for (const work of works.values()) work({didTimeout: false, timeRemaining: () => 50});
    await twoFrames();
  },
  async remove() {
    mounted.destroy();
    stage.replaceChildren();
    idleWork.clear();
    await twoFrames();
  },
};

/** Until the second frame has been painted, not only begun. */
async function twoFrames() {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/** What the frames alone cost. */
function mountNothing() {
  return {update() {}, destroy() {}};
}
