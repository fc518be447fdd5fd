import type {LitElement} from 'lit';

const mounted = new Set<Element>();

/** Puts a node into the page until the test ends, whatever its outcome. Without a width the page's own is kept. */
export function mount<Node extends Element>(node: Node, width?: number): Node {
  const stage = document.createElement('div');
  if (width !== undefined) stage.style.width = `${width}px`;
  stage.append(node);
  document.body.append(stage);
  mounted.add(stage);
  return node;
}

/** Mounts an element with some properties and waits for its first drawing. */
export async function fixture<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  width = 720,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = Object.assign(document.createElement(tag), properties);
  mount(element, width);
  await settled(element);
  return element;
}

/** Resolves when an element has drawn everything it was told so far. */
export async function settled(element: Element): Promise<void> {
  const {updateComplete} = element as LitElement;
  await updateComplete;
}

/** Resolves after a frame has been painted, when size observers have spoken. */
export const painted = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Resolves as soon as something holds; fails when it never does. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('never came true');
}

afterEach(() => {
  for (const stage of mounted) stage.remove();
  mounted.clear();
});
