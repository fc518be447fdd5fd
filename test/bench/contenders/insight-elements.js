/** Ours as an embedder uses it: the registered element and its properties. */
export async function mountElement(place, tag, properties) {
  const element = Object.assign(document.createElement(tag), properties);
  place.append(element);
  await element.updateComplete;
  if (element.status !== 'ready') throw new Error(`${element.status}: ${JSON.stringify(element.issues)}`);
  return {
    update(data) {
      element.data = data;
      return element.updateComplete;
    },
    surface: () => element.shadowRoot.querySelector('svg'),
    destroy: () => element.remove(),
  };
}
