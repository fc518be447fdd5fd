/** Ours as an embedder uses it: the registered element and its properties. */
import 'insight-elements/define/treatment-lift';

export async function mount(place, json) {
  const lift = document.createElement('insight-treatment-lift');
  const isBand = 'date' in json.rows[0];
  Object.assign(lift, {data: json, view: isBand ? 'time' : 'intervals', scale: 'relative'});
  place.append(lift);
  await lift.updateComplete;
  if (lift.status !== 'ready') throw new Error(`${lift.status}: ${JSON.stringify(lift.issues)}`);
  return {
    update(next) {
      lift.data = next;
      return lift.updateComplete;
    },
    destroy: () => lift.remove(),
  };
}
