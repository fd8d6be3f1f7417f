import { nearestRoleLevels, type CareerSkill, type CareerStep } from '#app/domain/framework/career/nearest-role-levels.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readFrameworkOverview, type FrameworkOverview, type OverviewRole, type OverviewRoleLevel } from '#app/services/framework/read-framework-overview.server.ts';
import { findPlace } from './find-place.server.ts';
import { listPlaceOptions } from './list-place-options.server.ts';

type NamedSkill = CareerSkill & { key: string; name: string };

export interface CareerDestination extends Omit<CareerStep, 'shared' | 'missing'> {
  name: string;
  /** `role-key/role-level-key`. */
  address: string;
  roleName: string;
  family: string | null;
  grades: string[] | null;
  /** True where the role is of another family than the one that is left. */
  isOtherFamily: boolean;
  shared: NamedSkill[];
  missing: NamedSkill[];
}

export interface CareerView {
  version: Pick<FrameworkOverview, 'frameworkKey' | 'frameworkName' | 'kind' | 'label' | 'scale'>;
  options: ReturnType<typeof listPlaceOptions>;
  /** Null until a role level is chosen. */
  from: { name: string; address: string; family: string | null; expectations: number } | null;
  /** Those that ask for more, nearest first. */
  steps: CareerDestination[];
  /** How many ask for nothing that is not expected already. */
  withinReach: number;
}

/**
 * From one role level, the others of its framework that are nearest by what is expected, in its own family and in
 * others. `from` is an address as findPlace reads it. Null where no framework is adopted. Throws 404 for an unknown
 * framework or role level, 403 where the viewer may not read the framework.
 */
export async function readCareerSteps(context: Context, asked: { from: string | null; frameworkKey: string | null }): Promise<CareerView | null> {
  const overviews = await readFrameworkOverview(context);
  const overview = overviews.find(({ frameworkKey }) => asked.frameworkKey === null || frameworkKey === asked.frameworkKey);
  if (!overview && asked.frameworkKey !== null) throw notFound();
  if (!overview) return null;
  const { frameworkKey, frameworkName, kind, label, scale } = overview;
  const view: CareerView = { version: { frameworkKey, frameworkName, kind, label, scale }, options: listPlaceOptions(overview, false), from: null, steps: [], withinReach: 0 };
  if (!asked.from) return view;
  const from = findPlace(overview, asked.from);
  if (!from?.roleLevel) throw notFound();
  const places = new Map(overview.roles.flatMap((role) => role.roleLevels.map((roleLevel) => [roleLevel.id, { role, roleLevel }] as const)));
  const nearest = nearestRoleLevels(placeOf(from.roleLevel), [...places.values()].map(({ roleLevel }) => placeOf(roleLevel)));
  const skills = new Map(overview.skills.map((skill) => [skill.id, skill]));
  const named = (skill: CareerSkill): NamedSkill => ({ ...skill, key: skills.get(skill.skillId)?.key ?? '', name: skills.get(skill.skillId)?.name ?? '' });
  const destination = (step: CareerStep, role: OverviewRole, { key, name, grades }: OverviewRoleLevel): CareerDestination => ({
    ...step,
    name,
    address: `${role.key}/${key}`,
    roleName: role.name,
    family: role.family,
    grades,
    isOtherFamily: role.family !== from.role.family,
    shared: step.shared.map(named),
    missing: step.missing.map(named),
  });
  const further = nearest.filter(({ stepsMissing }) => stepsMissing > 0);
  return {
    ...view,
    from: { name: from.name, address: from.address, family: from.role.family, expectations: from.roleLevel.expectations.length },
    steps: further.flatMap((step) => {
      const place = places.get(step.id);
      return place ? [destination(step, place.role, place.roleLevel)] : [];
    }),
    withinReach: nearest.length - further.length,
  };
}

function placeOf({ id, name, expectations }: OverviewRoleLevel) {
  return { id, name, expectations: expectations.map(({ skill, expectedLevel }) => ({ skillId: skill.id, expectedLevel })) };
}
