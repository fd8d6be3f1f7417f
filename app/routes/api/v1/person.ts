import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { type FormSkill, readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { type LevelName, readLevelNames } from '#app/services/framework/read-level-names.server.ts';
import { readPersonOperation } from './operations/read-person.ts';
import { personAnswer } from './person-answer.ts';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(readPersonOperation)(async ({ context, parameter }) => {
    const { person, skills } = await readAssessmentForm(context, parameter('personId'), [], 'api');
    const levelName = await readLevelNames(context);
    return {
      status: 200,
      body: { ...personAnswer(person), skills: skills.map((skill) => skillAnswer(skill, levelName)) },
    };
  }),
);

function skillAnswer({ skillId, key, name, expectedLevel, newest, needsReview, revision }: FormSkill, levelName: LevelName) {
  const selfLevel = newest.self?.level ?? null;
  const managerLevel = newest.manager?.level ?? null;
  const agreedLevel = newest.agreed?.level ?? null;
  return {
    skill: name,
    skillId,
    skillKey: key,
    expectedLevel,
    expectedLevelName: levelName(skillId, expectedLevel),
    selfLevel,
    selfLevelName: levelName(skillId, selfLevel),
    managerLevel,
    managerLevelName: levelName(skillId, managerLevel),
    agreedLevel,
    agreedLevelName: levelName(skillId, agreedLevel),
    needsReview,
    revision,
  };
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
