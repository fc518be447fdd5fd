import './charts/loyalty-ladder/define.js';
import './charts/treatment-lift/define.js';
