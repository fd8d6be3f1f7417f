/** What became of a skill since something was recorded of it. */
export interface PresentSkill {
  /** What it is called now; null where it has the same name, or is gone. */
  presentName: string | null;
  isGone: boolean;
  /** Names of the skills that took its place and for which what was recorded counts. */
  countsFor: readonly string[];
}

/** What became of a recorded skill, in words to stand under its name of then: "Now called Stargazing". Null where nothing did. */
export function presentSkillWords({ presentName, isGone, countsFor }: PresentSkill): string | null {
  const words = [
    ...(presentName === null ? [] : [`Now called ${presentName}`]),
    ...(isGone ? ['No longer in the framework'] : []),
    ...(countsFor.length === 0 ? [] : [`${isGone || presentName !== null ? 'counts' : 'Counts'} for ${countsFor.join(', ')}`]),
  ];
  return words.length === 0 ? null : words.join('; ');
}
