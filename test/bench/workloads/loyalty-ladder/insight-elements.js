/** One property. */
import 'insight-elements/define/loyalty-ladder';
import {mountElement} from '../../contenders/insight-elements.js';

export const mount = (place, data) => mountElement(place, 'insight-loyalty-ladder', {data});
