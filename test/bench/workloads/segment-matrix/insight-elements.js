/** Ours as an embedder uses it: the registered element, one property. */
import 'insight-elements/define/segment-matrix';

export async function mount(place, json) {
  const matrix = document.createElement('insight-segment-matrix');
  matrix.data = json;
  place.append(matrix);
  await matrix.updateComplete;
  if (matrix.status !== 'ready') throw new Error(`${matrix.status}: ${JSON.stringify(matrix.issues)}`);
  return {
    update(next) {
      matrix.data = next;
      return matrix.updateComplete;
    },
    destroy: () => matrix.remove(),
  };
}
