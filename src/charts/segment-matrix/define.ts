import {defineElement} from '../../chart/define-element.js';
import {SegmentMatrixElement} from './element.js';

defineElement('insight-segment-matrix', SegmentMatrixElement);
