import type { Flag } from '#app/domain/capability/flag.ts';

/** Where a job description is drafted that asks first for the skill of a flag, at the level that its rule needs. */
export function draftLink({ skill, rule }: Pick<Flag, 'skill' | 'rule'>): string {
  if (skill === null) return '/framework/job-descriptions/new';
  return `/framework/job-descriptions/new?gap=${skill.id}${rule === null ? '' : `:${rule.minimumLevel}`}`;
}
