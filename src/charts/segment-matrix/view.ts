import type {Reading, View} from '../../chart/chart.js';
import type {SegmentMatrixOptions} from './options.js';
import type {MatrixWords} from './words.js';

/** How the reader sees the matrix. */
export type MatrixView = View<SegmentMatrixOptions, MatrixWords>;

/** A view without a place. */
export type MatrixReading = Reading<SegmentMatrixOptions, MatrixWords>;
