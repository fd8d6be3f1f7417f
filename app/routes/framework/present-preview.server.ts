import type { ImportNotice } from '#app/domain/framework/framework-facts.ts';
import { countChanges } from '#app/services/framework/count-changes.server.ts';
import type { FrameworkImport, ImportResult } from '#app/services/framework/import-result.ts';
import { documentKindNames, noticeHeadings } from '#app/services/framework/import-words.ts';

/** Entries of one list on the page; the rest are counted. */
const most = 200;

const shortened = <Entry,>(entries: readonly Entry[]) => ({ shown: entries.slice(0, most), count: entries.length });

function presentFramework({ changes, ...entry }: FrameworkImport) {
  const isNew = entry.adoptedLabel === null;
  const { expectationsChanged, expectationsAdded, expectationsRemoved } = changes;
  return {
    frameworkKey: entry.frameworkKey,
    frameworkName: entry.frameworkName,
    adoptedLabel: entry.adoptedLabel,
    isUnchanged: entry.isUnchanged,
    counts: countChanges(changes),
    // Of a framework that is new here everything is added: the numbers say it.
    expectations: shortened([...expectationsChanged, ...expectationsRemoved, ...(isNew ? [] : expectationsAdded)]),
    grades: shortened(isNew ? [] : changes.grades),
    wording: shortened(isNew ? [] : changes.wording),
    names: (['families', 'roles', 'roleLevels', 'skills'] as const).flatMap((sort) =>
      isNew ? [] : [...changes[sort].added.map((name) => `${name}: new`), ...changes[sort].removed.map((name) => `${name}: gone`)],
    ),
  };
}

function presentNotices(notices: readonly ImportNotice[]) {
  return noticeHeadings.flatMap(([kind, heading]) => {
    const found = notices.filter((notice) => notice.kind === kind);
    return found.length === 0 ? [] : [{ kind, heading, ...shortened(found) }];
  });
}

/** What an accepted import found and would change, as the page shows it: lists of bounded length. */
export function presentPreview(result: Extract<ImportResult, { ok: true }>) {
  return {
    files: result.files.map(({ name, kind, counts }) => ({ name, kind: documentKindNames[kind], ...counts })),
    frameworks: result.frameworks.map(presentFramework),
    notices: presentNotices(result.notices),
  };
}

export type Preview = ReturnType<typeof presentPreview>;
