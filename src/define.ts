import './charts/loyalty-ladder/define.js';
import './charts/cohort-retention/define.js';
import './charts/segment-matrix/define.js';
import './charts/treatment-lift/define.js';
