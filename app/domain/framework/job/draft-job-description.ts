import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { JobDescriptionSections } from './job-description-sections.ts';
import type { PostFacts, PostSkill } from './post-facts.ts';
import { readDuties } from './read-duties.ts';

/**
 * A first draft of a job description, in the order of a service manager's: advert, purpose, duties, person
 * specification, how to apply. Essential is what the role level is expected to hold; desirable is the next step up,
 * where the framework defines one. Skills that the post is to close a gap in come first, the others by name. Where the
 * framework has no wording yet, a sentence names the skill and the level. What only the organisation knows stands in
 * square brackets, to be filled in.
 */
export function draftJobDescription(post: PostFacts): JobDescriptionSections {
  const skills = [...post.skills].sort((a, b) => Number(b.isGap) - Number(a.isGap) || compareNames(a.name, b.name));
  const told = readDuties(post.roleLevelDescription);
  return {
    advert: draftAdvert(post, skills),
    purpose: [post.roleDescription === null ? null : readDuties(post.roleDescription).opening, told.opening].filter(Boolean).join('\n\n') || plainPurpose(post),
    duties: told.duties.length > 0 ? told.duties : skills.flatMap((skill) => skill.statements.slice(0, 2)),
    specification: skills.map(specify),
    howToApply: [
      'Send a CV of at most two pages and a statement of at most 750 words that shows, with examples, how you meet the essential criteria.',
      'Applications go to [address] by [closing date]. We expect to read them in the week of [date] and to hold interviews in the week of [date].',
      'We welcome applications from people who want to work part-time or share the job, and will make adjustments that you need: tell us at [contact].',
    ].join('\n\n'),
  };
}

function draftAdvert({ organisationName, roleLevelName, grades }: PostFacts, skills: readonly PostSkill[]): string {
  const grade = grades === null || grades.length === 0 ? '' : ` at grade ${grades.join(' or ')}`;
  const gaps = skills.filter((skill) => skill.isGap).map((skill) => skill.name);
  const asked = (gaps.length > 0 ? gaps : skills.map((skill) => skill.name)).slice(0, 4);
  const sentences = [`${organisationName} is looking for: ${roleLevelName}${grade}, in [team], based in [place].`];
  if (asked.length > 0) sentences.push(`${gaps.length > 0 ? 'Above all we need' : 'You bring'}: ${asked.join(', ')}.`);
  sentences.push('[What the service does, for whom, and why somebody would want to work on it.]');
  return sentences.join(' ');
}

function plainPurpose({ roleName, roleLevelName }: PostFacts): string {
  return `The post carries out the role of ${roleName} at the role level ${roleLevelName}. [Why the post exists, and what will be better for it.]`;
}

function specify({ name, levelName, statements, next }: PostSkill): JobDescriptionSections['specification'][number] {
  return {
    area: name,
    essential: statements.length > 0 ? [...statements] : [`Hold ${name} at the level ${levelName}`],
    desirable: next === null ? [] : next.statements.length > 0 ? [...next.statements] : [`Hold ${name} at the level ${next.levelName}`],
  };
}
