/** Its data are a view and what is seen in it. */
import 'insight-elements/define/cohort-retention';
import {mountElement} from '../../contenders/insight-elements.js';

export async function mount(place, {view, data}) {
  const {update, ...others} = await mountElement(place, 'insight-cohort-retention', {view, data});
  return {update: (next) => update(next.data), ...others};
}
