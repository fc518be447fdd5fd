import {CellsLayer} from '../scene/cells-layer.js';
import {paintMany} from '../scene/paint-many.js';
import {FieldCursor} from './controllers/field-cursor.js';

/**
 * What a chart needs whose drawing may hold more than nodes can bear: grids of shades or discs painted on canvas, and a
 * cursor over datums that have no nodes. Charts without pay nothing for it.
 */
export const dense = {CellsLayer, FieldCursor, paintMany} as const;

/** The same, for those that are given it. */
export type Dense = typeof dense;
