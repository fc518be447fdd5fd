/** The configuration of a whole run: the test files bundled once, where a page would ask for its 200 modules one by one. */
import config from '../../web-test-runner.config.mjs';
import {bundledTests} from './bundled-tests.mjs';

export default {...config, middleware: [...config.middleware, bundledTests()]};
