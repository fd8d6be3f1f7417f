import { mostSimilarRows } from './most-similar-rows.ts';
import type { RowOrder } from '#app/domain/capability/picture/picture-state.ts';

/** The order that a picture of so many rows really stands in: likeness is not worked out for many rows, and shortfall takes its place. */
export function orderInEffect(order: RowOrder, rows: number): RowOrder {
  return order === 'similar' && rows > mostSimilarRows ? 'shortfall' : order;
}
