import { type RefObject, useEffect } from 'react';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';

/** Marks the cell, or the head of the column, that stands open beside the picture. A drawing that changes is marked anew. */
export function useOpenMark(figure: RefObject<HTMLElement>, { rows, columns }: Pick<Picture, 'rows' | 'columns'>, open: PictureState['open']): void {
  const column = open === null ? -1 : columns.findIndex(({ id }) => id === open.columnId);
  const row = open?.rowId ? rows.findIndex(({ id }) => id === open.rowId) : -1;
  const place = column < 0 ? null : `${row},${column}`;
  useEffect(() => {
    const marked = figure.current?.querySelectorAll('[data-at][aria-current]') ?? [];
    for (const link of marked) link.removeAttribute('aria-current');
    const opened = place === null ? [] : (figure.current?.querySelectorAll(`[data-at="${place}"]`) ?? []);
    for (const link of opened) link.setAttribute('aria-current', 'true');
  });
}
