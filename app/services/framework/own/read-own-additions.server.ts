import type { FrameworkFacts, ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { describeOwnAddition } from '#app/domain/framework/own/describe-own-addition.ts';
import { orderOwnAdditions } from '#app/domain/framework/own/order-own-additions.ts';
import type { OwnAddition, OwnConflict } from '#app/domain/framework/own/own-addition.ts';
import { sameAddition } from '#app/domain/framework/own/same-addition.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { readOwnBase } from './read-own-base.server.ts';

/** One addition as it is being written. */
export interface OwnAdditionRow {
  addition: OwnAddition;
  /** What it does, in one sentence. */
  sentence: string;
  /** `changed`: published, and since written otherwise. */
  state: 'published' | 'waiting' | 'changed';
  conflicts: OwnConflict[];
}

export interface OwnAdditionsView {
  frameworkKey: string;
  frameworkName: string;
  /** Of the adopted version. */
  label: string;
  scale: ScaleStep[];
  rows: OwnAdditionRow[];
  /** Published and since taken off the list, a sentence each. */
  leaving: string[];
  /** Whether publishing would change anything. */
  isWaiting: boolean;
  /** Goes with a form and comes back with it. */
  revision: number;
  /** What the release says without the additions, and with those that are being written. */
  released: FrameworkFacts;
  facts: FrameworkFacts;
}

/**
 * What an organisation adds to a framework, as it is being written, with what of it is published already and where it
 * clashes with the release that is adopted. Throws 404 for an unknown framework, 403 where the viewer may not import one.
 */
export async function readOwnAdditions(context: Context, frameworkKey: string): Promise<OwnAdditionsView> {
  authorise(context, 'import-framework');
  const own = await context.db.transaction((tx) => readOwnBase(tx, context.db.organisationId, frameworkKey));
  const { base, published, additions, revision, frameworkName, adopted } = own;
  const { facts, conflicts } = applyOwnAdditions(base, additions);
  const before = new Map(published.map((addition) => [addition.id, addition]));
  const rows = orderOwnAdditions(additions).map((addition): OwnAdditionRow => {
    const known = before.get(addition.id);
    const state = known === undefined ? 'waiting' : sameAddition(known, addition) ? 'published' : 'changed';
    return { addition, sentence: describeOwnAddition(addition, base.scale), state, conflicts: conflicts.filter(({ additionId }) => additionId === addition.id) };
  });
  const kept = new Set(additions.map(({ id }) => id));
  const leaving = orderOwnAdditions(published.filter(({ id }) => !kept.has(id))).map((addition) => describeOwnAddition(addition, base.scale));
  return {
    frameworkKey,
    frameworkName,
    label: adopted.label,
    scale: base.scale,
    rows,
    leaving,
    isWaiting: leaving.length > 0 || rows.some(({ state }) => state !== 'published'),
    revision,
    released: base,
    facts,
  };
}
