import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { cleanText } from './clean-text.ts';

/** A picture with all its names as they may stand in a drawing. */
export function cleanNames(picture: Picture): Picture {
  const clean = <T extends { name: string }>(named: T): T => ({ ...named, name: cleanText(named.name) });
  return {
    ...picture,
    rows: picture.rows.map((row) => ({ ...clean(row), note: row.note && cleanText(row.note) })),
    groups: picture.groups.map(clean),
    columns: picture.columns.map(clean),
    columnGroups: picture.columnGroups.map(cleanText),
  };
}
