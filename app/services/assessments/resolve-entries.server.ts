import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import { type AnswerableSkill, findAnswerProblem } from '#app/domain/assessment/answer/find-answer-problem.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { AssessableSkill } from '#app/services/framework/read-assessable-skills.server.ts';
import { resolveAnswer, type WantedAnswer } from './answer/resolve-answer.server.ts';
import type { AssessmentEntry } from './assessment-input.ts';
import type { NewestEntry } from './read-newest-entries.server.ts';

/** An entry with what it comes to: the level, not observed or exempt, also where it said "no change". */
export interface ResolvedEntry {
  entry: AssessmentEntry;
  wanted: WantedAnswer & { answer: Answer };
}

/** Names the skill; `isUnconfirmed` where the level is not defined and may be confirmed. */
export interface EntryProblem {
  skillId: string;
  message: string;
  isUnconfirmed: boolean;
}

interface Known {
  skills: ReadonlyMap<string, AssessableSkill>;
  answerable: ReadonlyMap<string, AnswerableSkill>;
  newest: readonly NewestEntry[];
  /** The ISO day that the entries are for. */
  assessedOn: string;
  /** ISO date. */
  today: string;
}

/** What the entries of a form come to, and what is wrong with them: each skill's first problem. Never throws for known skills. */
export function resolveEntries(entries: readonly AssessmentEntry[], { skills, answerable, newest, assessedOn, today }: Known): { resolved: ResolvedEntry[]; problems: EntryProblem[] } {
  const resolved: ResolvedEntry[] = [];
  const problems: EntryProblem[] = [];
  for (const entry of entries) {
    const { skillId, source, level, exempt } = entry;
    const skill = answerable.get(skillId)!;
    const refuse = (message: string, isUnconfirmed = false) => problems.push({ skillId, message, isUnconfirmed });
    const own = newest.find((one) => one.skillId === skillId && one.source === source);
    const last = own ?? newest.find((one) => one.skillId === skillId && one.source === 'agreed') ?? null;
    const answer: Answer = level !== null ? { kind: 'level', level } : exempt ? { kind: 'exempt', ...exempt } : { kind: 'not-observed' };
    const wanted = resolveAnswer({ ...entry, answer }, { stored: null, last, skill, versionId: skills.get(skillId)!.versionId, today });
    if (!wanted.ok) {
      refuse(wanted.message);
      continue;
    }
    if (wanted.unchangedSince !== null && wanted.unchangedSince > assessedOn) {
      refuse(`The answer that is unchanged was given on ${formatDate(wanted.unchangedSince)}: this day is before it`);
      continue;
    }
    const wrong = findAnswerProblem(wanted.answer, wanted, skill, today);
    if (wrong) refuse(wrong.message, wrong.kind === 'confirm-undefined');
    resolved.push({ entry, wanted: { ...wanted, answer: wanted.answer ?? answer } });
  }
  return { resolved, problems };
}
