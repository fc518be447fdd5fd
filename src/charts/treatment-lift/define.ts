import {defineElement} from '../../chart/define-element.js';
import {TreatmentLiftElement} from './element.js';

defineElement('insight-treatment-lift', TreatmentLiftElement);
