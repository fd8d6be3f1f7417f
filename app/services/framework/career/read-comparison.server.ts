import { compareRanges, type RangeComparison } from '#app/domain/framework/career/compare-ranges.ts';
import { rangeOfLevels } from '#app/domain/framework/career/range-of-levels.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readFrameworkOverview, type FrameworkOverview } from '#app/services/framework/read-framework-overview.server.ts';
import { findPlace, type FoundPlace } from './find-place.server.ts';
import { listPlaceOptions } from './list-place-options.server.ts';

export interface Comparison {
  version: Pick<FrameworkOverview, 'frameworkKey' | 'frameworkName' | 'kind' | 'label' | 'scale'>;
  options: ReturnType<typeof listPlaceOptions>;
  /** Null until both are chosen. */
  chosen: {
    one: Pick<FoundPlace, 'name' | 'address'> & { grades: string[] | null; roleKey: string };
    other: Pick<FoundPlace, 'name' | 'address'> & { grades: string[] | null; roleKey: string };
    /** By skill name. */
    skills: (RangeComparison & { key: string; name: string })[];
  } | null;
}

/**
 * Two role levels, or two roles as a whole, of one adopted framework side by side. `one` and `other` are addresses as
 * findPlace reads them. Null where no framework is adopted. Throws 404 for an unknown framework or place, 403 where
 * the viewer may not read the framework.
 */
export async function readComparison(
  context: Context,
  asked: { one: string | null; other: string | null; frameworkKey: string | null },
): Promise<Comparison | null> {
  const overviews = await readFrameworkOverview(context);
  const overview = overviews.find(({ frameworkKey }) => asked.frameworkKey === null || frameworkKey === asked.frameworkKey);
  if (!overview && asked.frameworkKey !== null) throw notFound();
  if (!overview) return null;
  const { frameworkKey, frameworkName, kind, label, scale } = overview;
  const view: Comparison = { version: { frameworkKey, frameworkName, kind, label, scale }, options: listPlaceOptions(overview, true), chosen: null };
  if (!asked.one || !asked.other) return view;
  const [one, other] = [findPlace(overview, asked.one), findPlace(overview, asked.other)];
  if (!one || !other) throw notFound();
  const skills = new Map(overview.skills.map((skill) => [skill.id, skill]));
  const compared = compareRanges([...skills.keys()], rangesOf(one), rangesOf(other));
  view.chosen = {
    one: sideOf(one),
    other: sideOf(other),
    skills: compared.map((row) => ({ ...row, key: skills.get(row.skillId)?.key ?? '', name: skills.get(row.skillId)?.name ?? '' })),
  };
  return view;
}

function rangesOf({ role, roleLevel }: FoundPlace) {
  const levels = roleLevel === null ? role.roleLevels : [roleLevel];
  return rangeOfLevels(levels.map(({ expectations }) => ({ expectations: expectations.map(({ skill, expectedLevel }) => ({ skillId: skill.id, expectedLevel })) })));
}

function sideOf({ role, roleLevel, name, address }: FoundPlace) {
  return { name, address, roleKey: role.key, grades: roleLevel?.grades ?? null };
}
