import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { FlagLine, Impact, ImpactRow } from '#app/domain/capability/impact/release-impact.ts';
import type { ReleaseImpact } from '#app/services/capability/read-release-impact.server.ts';
import { describeReach } from './describe-reach.ts';
import { impactInWords, restInWords } from './impact-in-words.ts';
import type { PresentedFlag, PresentedImpact, PresentedTotal } from './presented-release.ts';

/** What a release does to people, ready to be shown. */
export interface GivenImpact {
  total: PresentedTotal;
  /** By the key of the item. */
  byItem: ReadonlyMap<string, PresentedImpact>;
}

/** People named at one change, and flags named of the whole release; the rest are counted. */
const most = 50;

/** What a release does to people in words, with lists of bounded length. */
export function presentImpact({ items, total }: ReleaseImpact, scale: readonly ScaleStep[]): GivenImpact {
  const flags = [
    ...(total.flags?.come ?? []).map((flag) => flagOf(flag, 'comes')),
    ...(total.flags?.go ?? []).map((flag) => flagOf(flag, 'goes')),
    ...(total.flags?.change ?? []).map((flag) => flagOf(flag, 'changes')),
  ];
  return {
    total: { sentence: impactInWords(total), rest: restInWords(total), flags: flags.slice(0, most), moreFlags: Math.max(flags.length - most, 0) },
    byItem: new Map(items.filter(touchesAnything).map(({ itemKey, rows, more, ...impact }) => [itemKey, presentOne(impact, rows, more, scale)])),
  };
}

const touchesAnything = ({ people, flags }: Impact): boolean => people > 0 || (flags !== null && flags.come.length + flags.go.length + flags.change.length > 0);

function flagOf({ kind, team, skill }: FlagLine, becomes: PresentedFlag['becomes']): PresentedFlag {
  return { becomes, kind, teamId: team.id, teamName: team.name, skillName: skill?.name ?? null };
}

function presentOne(impact: Impact, rows: readonly ImpactRow[], more: number, scale: readonly ScaleStep[]): PresentedImpact {
  const people = rows.slice(0, most).map((row) => ({
    personId: row.personId,
    skillId: row.skillId,
    name: row.personName,
    place: `${row.roleLevelName}, ${row.teamName}`,
    change: describeReach(row, scale),
  }));
  return { sentence: [impactInWords(impact), restInWords(impact)].filter((text) => text !== '').join(' '), people, more: more + Math.max(rows.length - most, 0) };
}
