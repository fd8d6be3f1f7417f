import { presentSkillWords } from '#app/domain/assessment/present-skill-words.ts';
import type { HistoryEntry } from '#app/domain/assessment/history/history-line.ts';

/** A skill by the name under which it was recorded, with what became of it since. */
export function RecordedSkill({ entry }: { entry: Pick<HistoryEntry, 'skillName' | 'presentName' | 'isGone' | 'countsFor'> }) {
  const since = presentSkillWords(entry);
  return (
    <>
      {entry.skillName}
      {since !== null && <span className="block font-regular text-muted">{since}</span>}
    </>
  );
}
