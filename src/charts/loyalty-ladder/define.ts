import {defineElement} from '../../chart/define-element.js';
import {LoyaltyLadderElement} from './element.js';

defineElement('insight-loyalty-ladder', LoyaltyLadderElement);
