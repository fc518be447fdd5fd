import {VERSION} from '../version.js';

interface Versioned extends CustomElementConstructor {
  readonly version?: string;
}

/**
 * Registers an element unless its name is taken. Portals load scripts twice and in two versions: the first copy serves
 * the page, the second says so once and stays quiet.
 */
export function defineElement(tag: string, element: Versioned): void {
  const first = customElements.get(tag) as Versioned | undefined;
  if (!first) customElements.define(tag, element);
  else if (first !== element)
    console.info(`<${tag}> ${first.version ?? ''} is already defined; ${VERSION} is not used`);
}
