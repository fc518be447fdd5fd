import {CellsLayer} from '../scene/cells-layer.js';
import {paintMany} from '../scene/paint-many.js';
import {writeMany} from '../scene/write-many.js';
import {FieldCursor} from './controllers/field-cursor.js';

/**
 * What a chart needs whose drawing may hold more than nodes can bear: grids of shades or discs painted on canvas or
 * written to a file, and a cursor over datums that have no nodes. Charts without pay nothing for it.
 */
export const dense = {CellsLayer, FieldCursor, paintMany, writeMany} as const;

/** The same, for those that are given it. */
export type Dense = typeof dense;
