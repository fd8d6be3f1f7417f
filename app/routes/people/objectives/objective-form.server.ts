import { personSubject } from '#app/domain/access/person-subject.ts';
import type { Objective } from '#app/domain/review/objective.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import { expectedFirst } from '#app/routes/people/expected-first.ts';
import { levelName } from '#app/routes/people/level-name.ts';

/** One of the levels that an objective may aim at. */
export interface TargetLevel {
  ordinal: number;
  name: string;
  isExpected: boolean;
  isAgreed: boolean;
  isDefined: boolean;
  statements: string[];
  /** True where the statements are our own summary, not the framework's wording. */
  ours: boolean;
}

/**
 * What the form of an objective is drawn from: the one that the address names (`?objective=`), or the skill in which one is added
 * (`?skill=`), or, with neither, the skills to choose from, those that are expected first. Throws 404 for an unknown person or
 * objective, 403 where the viewer may not write objectives for the person.
 */
export async function objectiveForm(context: Context, personId: string, asked: URLSearchParams) {
  const person = await readPerson(context, personId);
  authorise(context, 'write-objectives', personSubject(person));
  const objectiveId = asked.get('objective');
  const { review, statements, objectives } = await readDevelopmentReview(context, personId);
  const objective = objectiveId === null ? null : (objectives?.find(({ id }) => id === objectiveId) ?? null);
  if (objectiveId !== null && objective === null) throw notFound();
  const skills = await readAssessableSkills(context);
  const chosen = objective?.skillId ?? asked.get('skill') ?? '';
  const skill = skills.get(chosen);
  const cell = [...review.rows.map((one) => one.cell), ...review.otherSkills].find(({ skillId }) => skillId === chosen);
  const row = review.rows.find((one) => one.cell.skillId === chosen);
  // The next step; where nothing is agreed nobody knows it, and what is expected stands for it.
  const suggested = row?.cell.agreedLevel === null ? row.cell.expectedLevel : row?.missingLevels[0];
  const { scales } = await readSkillScales(context, [chosen]);
  const levelAt = (ordinal: number): TargetLevel => {
    const told = statements.find((one) => one.skillId === chosen && one.ordinal === ordinal);
    return {
      ordinal,
      name: levelName(scales, chosen, ordinal),
      isExpected: cell?.expectedLevel === ordinal,
      isAgreed: cell?.agreedLevel === ordinal,
      isDefined: told?.defined ?? true,
      statements: told?.statements ?? [],
      ours: told?.ours ?? false,
    };
  };
  return {
    person,
    today: todayOf(context),
    objective,
    skill: objective ? { id: objective.skillId, name: objective.skillName } : skill ? { id: skill.id, name: skill.name } : null,
    levels: Array.from({ length: skill?.highestLevel ?? 0 }, (_, at) => levelAt(at + 1)),
    values: objective ? valuesOf(objective) : { targetLevel: String(suggested ?? '') },
    skills: skill || objective ? [] : expectedFirst(skills.values(), new Set(review.rows.map((one) => one.cell.skillId))),
  };
}

function valuesOf({ words, targetLevel, dueOn }: Objective): Record<string, string> {
  return { words, targetLevel: targetLevel === null ? '' : String(targetLevel), dueOn };
}
