import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { ImpactFacts } from '#app/domain/capability/impact/impact-facts.ts';
import { type MeasuredRelease, measureRelease } from '#app/domain/capability/impact/measure-release.ts';
import { scopeRelease } from '#app/domain/capability/impact/scope-release.ts';
import { recordRatingsView } from '#app/platform/audit/record-ratings-view.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readReleaseEffects } from '#app/services/framework/release/read-release-effects.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import type { Tx } from '#db/tenant.ts';
import { readDormantNames } from './read-dormant-names.server.ts';
import { readImpactFacts } from './read-impact-facts.server.ts';

/** What an open release would do to people: each item by its key, and all of it at once. */
export interface ReleaseImpact extends MeasuredRelease {
  /** ISO date that it is worked out for. */
  asOf: string;
}

/** Rows of people that are listed of one item; the rest are counted. */
const mostRows = 100;

/**
 * What an open release would do to people today with the decisions taken so far. Names and levels only of people
 * whose ratings the viewer may read; the others are counted by where they stand. Null for a first import, which
 * nobody is measured by yet. Throws 404 for an unknown release and for one that is not open, 403 where the viewer
 * may not import a framework. The look at levels is recorded.
 */
export async function readReleaseImpact(context: Context, releaseId: string): Promise<ReleaseImpact | null> {
  const effects = await readReleaseEffects(context, releaseId);
  if (effects.release.state !== 'open') throw notFound();
  const { before, after, moves, meaningChanged, items } = effects;
  if (before === null) return null;
  const asOf = todayOf(context);
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const dormant = await readDormantNames(tx, context.db.organisationId, effects.release.frameworkKey, before.ids);
    const release = scopeRelease({ before, dormant, after, moves, meaningChanged });
    const tree = await readTeamTree(inside.db);
    const facts = await readImpactFacts(inside, tree, asOf, release.scope.succeeded);
    const measured = measureRelease(items, release, facts, mostRows);
    await recordLook(tx, context, tree, facts, measured);
    return { ...measured, asOf };
  });
}

/** Recorded once for each topmost team whose ratings the viewer may read, with how many people were named there. */
async function recordLook(tx: Tx, context: Context, tree: readonly TeamNode[], facts: ImpactFacts, { items }: MeasuredRelease): Promise<void> {
  const named = new Map(items.flatMap(({ rows }) => rows.map((row) => [row.personId, row.teamId] as const)));
  const byTeam = new Map<string, number>();
  for (const teamId of named.values()) {
    const top = topmostOf(context, tree, teamId);
    byTeam.set(top, (byTeam.get(top) ?? 0) + 1);
  }
  for (const [teamId, people] of byTeam) await recordRatingsView(tx, context, { page: 'release', teamId, asOf: facts.asOf, people });
}

function topmostOf(context: Context, tree: readonly TeamNode[], teamId: string): string {
  let top = teamId;
  for (let parent = parentOf(tree, top); parent !== null && isPermitted(context.viewer, 'read-ratings', { teamId: parent }); parent = parentOf(tree, top)) top = parent;
  return top;
}

function parentOf(tree: readonly TeamNode[], teamId: string): string | null {
  return tree.find(({ id }) => id === teamId)?.parentId ?? null;
}
