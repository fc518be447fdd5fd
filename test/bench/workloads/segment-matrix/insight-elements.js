/** A heat map or quadrants, as the data say. */
import 'insight-elements/define/segment-matrix';
import {mountElement} from '../../contenders/insight-elements.js';

export const mount = (place, data) => mountElement(place, 'insight-segment-matrix', {data});
