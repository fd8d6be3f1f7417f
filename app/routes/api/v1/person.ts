import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { problem } from '#app/platform/api/problem.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { type FormSkill, readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import type { LevelName } from '#app/services/framework/read-adopted-content.server.ts';
import { readLevelNames } from '#app/services/framework/read-level-names.server.ts';
import { askedDay } from './asked-day.server.ts';
import { readPersonOperation } from './operations/read-person.ts';
import { personAnswer } from './person-answer.ts';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(readPersonOperation)(async ({ context, request, parameter }) => {
    const today = todayOf(context);
    const asOf = askedDay(request) ?? today;
    if (asOf > today) throw problem(400, '"asOf" is in the future. Send a day up to today.');
    if (asOf < today) return { status: 200, body: await pastAnswer(context, parameter('personId'), asOf) };
    const { person, skills } = await readAssessmentForm(context, parameter('personId'), [], 'api');
    const levelName = await readLevelNames(context);
    return {
      status: 200,
      body: { ...personAnswer(person), asOf, skills: skills.map((skill) => skillAnswer(skill, levelName)) },
    };
  }),
);

async function pastAnswer(context: Context, personId: string, asOf: string) {
  const { person, place, cells } = await readPersonCapability(context, personId, 'api', asOf);
  const levelName = await readLevelNames(context);
  return {
    ...personAnswer({ ...person, ...place }),
    asOf,
    skills: cells.map(({ skillId, skill, expectedLevel, selfLevel, managerLevel, agreedLevel, marks }) => ({
      skill: skill.name,
      skillId,
      skillKey: skill.key,
      ...levelsAnswer(skillId, { expectedLevel, selfLevel, managerLevel, agreedLevel }, levelName),
      needsReview: marks.includes('review'),
      revision: 0,
    })),
  };
}

function skillAnswer({ skillId, key, name, expectedLevel, newest, needsReview, revision }: FormSkill, levelName: LevelName) {
  const levels = { expectedLevel, selfLevel: newest.self?.level ?? null, managerLevel: newest.manager?.level ?? null, agreedLevel: newest.agreed?.level ?? null };
  return {
    skill: name,
    skillId,
    skillKey: key,
    ...levelsAnswer(skillId, levels, levelName),
    needsReview,
    revision,
  };
}

/** The four levels of a skill, each beside its name on the skill's own scale. */
function levelsAnswer(skillId: string, levels: Record<'expectedLevel' | 'selfLevel' | 'managerLevel' | 'agreedLevel', number | null>, levelName: LevelName) {
  const { expectedLevel, selfLevel, managerLevel, agreedLevel } = levels;
  return {
    expectedLevel,
    expectedLevelName: levelName(skillId, expectedLevel),
    selfLevel,
    selfLevelName: levelName(skillId, selfLevel),
    managerLevel,
    managerLevelName: levelName(skillId, managerLevel),
    agreedLevel,
    agreedLevelName: levelName(skillId, agreedLevel),
  };
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
