/** Ours as an embedder uses it: the registered element, one property. */
import 'insight-elements/define/loyalty-ladder';

export async function mount(place, json) {
  const ladder = document.createElement('insight-loyalty-ladder');
  ladder.data = json;
  place.append(ladder);
  await ladder.updateComplete;
  if (ladder.status !== 'ready') throw new Error(`${ladder.status}: ${JSON.stringify(ladder.issues)}`);
  return {
    update(next) {
      ladder.data = next;
      return ladder.updateComplete;
    },
    destroy: () => ladder.remove(),
  };
}
