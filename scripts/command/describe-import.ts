import type { FactsCount } from '#app/domain/framework/count-facts.ts';
import type { ImportNotice } from '#app/domain/framework/framework-facts.ts';
import type { ReleaseItem, ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';
import type { FrameworkImport, ImportResult } from '#app/services/framework/import/import-result.ts';
import { documentKindNames, noticeHeadings } from '#app/services/framework/import/import-words.ts';
import { locateProblem } from '#app/services/framework/import/locate-problem.server.ts';

/** Lines of one list that are printed; the rest are counted. */
const most = 30;

/** What the changes of one kind have in common, in the order in which they are printed. */
const kindNames: Record<ReleaseItemKind, string> = {
  renamed: 'Renamed',
  merged: 'Merged',
  split: 'Split',
  'word-replaced': 'Caught by a word that was replaced everywhere',
  gone: 'Gone',
  new: 'New',
  'level-gone': 'Role levels gone',
  'level-added': 'Role levels added',
  'level-reordered': 'Orders of seniority',
  'expectation-moved': 'Expected levels moved',
  'expectation-added': 'Expectations added',
  'expectation-gone': 'Expectations gone',
  meaning: 'Wording that changes its meaning',
  wording: 'Wording',
  'level-undefined': 'Skill levels that are no longer defined',
  'level-defined': 'Skill levels that are now defined',
  'description-repaired': 'Descriptions repaired',
  'description-changed': 'Descriptions changed',
  'grades-changed': 'Grades',
  'family-changed': 'Role families',
};

function counted(count: FactsCount): string {
  const parts: [number, string, string][] = [
    [count.families, 'role family', 'role families'],
    [count.roles, 'role', 'roles'],
    [count.roleLevels, 'role level', 'role levels'],
    [count.skills, 'skill', 'skills'],
    [count.expectations, 'expectation', 'expectations'],
    [count.statements, 'statement', 'statements'],
  ];
  return parts.map(([number, one, many]) => `${number} ${number === 1 ? one : many}`).join(', ');
}

function listed(lines: readonly string[]): string[] {
  const shown = lines.slice(0, most).map((line) => `  - ${line}`);
  return lines.length > most ? [...shown, `  and ${lines.length - most} more`] : shown;
}

function notices(all: readonly ImportNotice[]): string[] {
  return noticeHeadings.flatMap(([kind, heading]) => {
    const found = all.filter((notice) => notice.kind === kind);
    if (found.length === 0) return [];
    return ['', `${heading}: ${found.length}`, ...listed(found.map(locateProblem))];
  });
}

const isExpectation = ({ kind }: ReleaseItem) => kind.startsWith('expectation-');

function expectation({ after, before, detail }: ReleaseItem): string {
  const level = (value: number | null | undefined) => (value == null ? 'not expected' : `level ${value}`);
  return `${[...after, ...before][0] ?? ''}: ${detail.skillName ?? ''}, ${level(detail.levelBefore)} -> ${level(detail.levelAfter)}`;
}

function asking({ kind, before, after, roleName }: ReleaseItem): string {
  const names = before.length > 0 && after.length > 0 ? `${before.join(' + ')} -> ${after.join(' + ')}` : [...before, ...after].join(' + ');
  return `${kindNames[kind]}: ${roleName === null ? '' : `${roleName}, `}${names}`;
}

function framework(entry: FrameworkImport, { isDryRun, origin }: ImportWords): string[] {
  const head = ['', `${entry.frameworkName} (${entry.adoptedLabel === null ? 'new here' : `laid over "${entry.adoptedLabel}"`}): ${counted(entry.counts)}`];
  if (entry.isUnchanged) return [...head, '  Nothing to change.'];
  const kinds = (Object.keys(kindNames) as ReleaseItemKind[]).map((kind) => ({ kind, count: entry.items.filter((item) => item.kind === kind).length }));
  const sorts = kinds.filter(({ count }) => count > 0).map(({ kind, count }) => `  ${kindNames[kind]}: ${count}`);
  const levels = entry.adoptedLabel === null ? [] : listed(entry.items.filter(isExpectation).map(expectation));
  const open = new Set(entry.undecided);
  const asks = entry.items.filter(({ key }) => open.has(key)).map(asking);
  const number = asks.length;
  const decide = number === 0 ? [] : [`  ${number} ${number === 1 ? 'change asks' : 'changes ask'} for a decision:`, ...listed(asks)];
  const published = entry.publishedLabel === null ? [] : [`  Published and adopted as "${entry.publishedLabel}".`];
  const left = isDryRun || entry.releaseId === null || entry.publishedLabel !== null ? [] : [`  Not published. Decide here: ${origin}/framework/releases/${entry.releaseId}`];
  return [...head, ...sorts, ...levels, ...decide, ...published, ...left];
}

/** How an import is told of. */
export interface ImportWords {
  isDryRun: boolean;
  /** Where the product is reached, such as `https://skills.example.gov.uk`. */
  origin: string;
}

/** What an import found, changed, left to decide or refused, line by line. */
export function describeImport(result: ImportResult, words: ImportWords): string[] {
  const files = result.files.map(({ name, kind, counts }) => `${name}: ${documentKindNames[kind]}; ${counted(counts)}`);
  if (!result.ok) {
    const refusals = result.refusals.map((refusal) => `  - ${locateProblem(refusal)}`);
    return [...files, '', 'Refused; nothing was stored:', ...refusals];
  }
  const isLeftOpen = !words.isDryRun && result.frameworks.some(({ undecided }) => undecided.length > 0);
  return [
    ...files,
    ...notices(result.notices),
    ...result.frameworks.flatMap((entry) => framework(entry, words)),
    ...(words.isDryRun ? ['', 'Dry run: nothing was stored.'] : []),
    ...(isLeftOpen ? ['', 'Nothing was published: somebody has to decide first.'] : []),
  ];
}
