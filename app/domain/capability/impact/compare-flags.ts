import type { Flag } from '#app/domain/capability/flag.ts';

/** What becomes of flags. A flag is the same by its kind, team, skill and rule, whatever its numbers. */
export interface FlagChanges {
  come: Flag[];
  go: Flag[];
  /** The same finding with other numbers, another severity or other people. */
  change: { before: Flag; after: Flag }[];
}

/** Flags that come, go and change from one state to another. */
export function compareFlags(before: readonly Flag[], after: readonly Flag[]): FlagChanges {
  const known = new Map(before.map((flag) => [keyOf(flag), flag]));
  const stays = new Set(after.map(keyOf));
  return {
    come: after.filter((flag) => !known.has(keyOf(flag))),
    go: before.filter((flag) => !stays.has(keyOf(flag))),
    change: after.flatMap((flag) => {
      const was = known.get(keyOf(flag));
      return was && measureOf(was) !== measureOf(flag) ? [{ before: was, after: flag }] : [];
    }),
  };
}

/** A rule follows its skill through a merger, so that it is the rule that says whether a flag is the same. */
function keyOf({ kind, team, skill, rule }: Flag): string {
  return [kind, team.id, rule?.id ?? skill?.id ?? ''].join(' ');
}

function measureOf({ severity, required, actual, leftOut, endsOn, people }: Flag): string {
  return JSON.stringify([severity, required, actual, leftOut, endsOn, people.map(({ id, detail }) => [id, detail])]);
}
