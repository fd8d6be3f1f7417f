import type { ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import type { FileReading } from '#app/services/framework/files/file-reading.ts';
import { groupReadings, type ReadingGroup } from '#app/services/framework/import/group-readings.server.ts';

export type GatheredGroups = { ok: true; groups: ReadingGroup[] } | { ok: false; refusals: ImportRefusal[] };

/**
 * What the files say, by the framework that they are of; or why they cannot be read. One file that cannot be read
 * refuses all of them, and so do change notes without the documents that they speak of.
 */
export function gatherGroups(readings: readonly FileReading[]): GatheredGroups {
  const refusals = readings.flatMap(({ reading }) => (reading.ok ? [] : reading.refusals));
  if (refusals.length > 0) return { ok: false, refusals };
  const read = readings.flatMap(({ file, reading }) => (reading.ok ? [{ file, ...reading }] : []));
  const groups = groupReadings(
    read.map(({ file, kind, facts, notices, changeNotes, frameworkName }) => ({
      file,
      kind,
      facts,
      notices,
      ...(changeNotes === undefined ? {} : { changeNotes }),
      ...(frameworkName === undefined ? {} : { frameworkName }),
    })),
  );
  const alone = groups.find((group) => group.readings.every(({ kind }) => kind === 'change-notes'));
  if (alone) {
    const message = 'Change notes alone change nothing: choose the downloads or role pages that they speak of as well.';
    return { ok: false, refusals: [{ file: alone.readings[0]?.file ?? '', row: null, column: null, message }] };
  }
  return { ok: true, groups };
}
