import './charts/loyalty-ladder/define.js';
