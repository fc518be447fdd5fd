import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** The elements above one, the way inheritance goes: through slots' shadow hosts, up to `<html>`. */
function* ancestorsOf(element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = node.parentNode ?? hostOf(node)) {
    if (node instanceof Element) yield node;
  }
}

const hostOf = (node: Node): Element | null => (node instanceof ShadowRoot ? node.host : null);

const languageChanges = new Set<() => void>();
const observedRoots = new WeakSet<Node>();

/** One observer for the whole page: a language rarely changes, and then for many elements at once. */
const observer: () => MutationObserver = (() => {
  let made: MutationObserver | undefined;
  return () => (made ??= new MutationObserver(() => languageChanges.forEach((changed) => changed())));
})();

function observe(root: Node): void {
  if (observedRoots.has(root)) return;
  observedRoots.add(root);
  observer().observe(root, {attributes: true, attributeFilter: ['lang', 'dir'], subtree: true});
}

/** The language and direction of the nearest ancestor that names one, kept up to date. */
export class LanguageController implements ReactiveController {
  /** BCP 47; `en` where nobody says. */
  tag = 'en';
  isRightToLeft = false;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    languageChanges.add(this.read);
    for (const ancestor of ancestorsOf(this.#host)) {
      const root = ancestor.getRootNode();
      if (root instanceof ShadowRoot || root instanceof Document) observe(root);
    }
    this.read();
  }

  hostDisconnected(): void {
    languageChanges.delete(this.read);
  }

  readonly read = (): void => {
    const tag = nearest(this.#host, 'lang') || 'en';
    const isRightToLeft = nearest(this.#host, 'dir').toLowerCase() === 'rtl';
    if (tag === this.tag && isRightToLeft === this.isRightToLeft) return;
    this.tag = tag;
    this.isRightToLeft = isRightToLeft;
    this.#host.requestUpdate();
  };
}

function nearest(element: Element, attribute: 'lang' | 'dir'): string {
  for (const ancestor of ancestorsOf(element)) {
    const value = ancestor.getAttribute(attribute);
    if (value) return value;
  }
  return '';
}
