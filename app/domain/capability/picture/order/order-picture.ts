import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { orderInEffect } from './order-in-effect.ts';
import { orderRows } from './order-rows.ts';
import type { RowOrder } from '#app/domain/capability/picture/picture-state.ts';
import { takeRows } from '#app/domain/capability/picture/take-rows.ts';

/** The picture with its rows in an order (`orderRows`). Rows stand in groups in the order `team` only; in any other they are scattered. */
export function orderPicture(picture: Picture, order: RowOrder, options: { skillId?: string | null } = {}): Picture {
  if (orderInEffect(order, picture.rows.length) === 'team') return picture;
  const ungrouped = { ...picture, groups: [], rows: picture.rows.map((row) => ({ ...row, group: null })) };
  return takeRows(ungrouped, orderRows(picture, order, options));
}
