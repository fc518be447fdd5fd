/** Ours as an embedder uses it: the registered element, one property. */
import 'insight-elements/define/cohort-retention';

export async function mount(place, {view, data}) {
  const cohorts = document.createElement('insight-cohort-retention');
  cohorts.view = view;
  cohorts.data = data;
  place.append(cohorts);
  await cohorts.updateComplete;
  if (cohorts.status !== 'ready') throw new Error(`${cohorts.status}: ${JSON.stringify(cohorts.issues)}`);
  return {
    update(next) {
      cohorts.data = next.data;
      return cohorts.updateComplete;
    },
    surface: () => cohorts.shadowRoot.querySelector('svg'),
    destroy: () => cohorts.remove(),
  };
}
