/** On the scale of lift, in the view that the data are for. */
import 'insight-elements/define/treatment-lift';
import {mountElement} from '../../contenders/insight-elements.js';

export const mount = (place, data) =>
  mountElement(place, 'insight-treatment-lift', {
    ...{data, view: 'date' in data.rows[0] ? 'time' : 'intervals', scale: 'relative'},
  });
