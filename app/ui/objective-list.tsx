import type { ReactNode } from 'react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Objective } from '#app/domain/review/objective.ts';
import { type ObjectiveStanding, objectiveStanding } from '#app/domain/review/objective-standing.ts';
import { Tag } from './tag.tsx';

interface ObjectiveListProps {
  objectives: readonly Objective[];
  /** What a screen reader hears the list called, such as "Objectives in Testing". */
  label: string;
  /** The ISO day as of which they stand. */
  day: string;
  /** The agreed level of a skill on that day; null where nothing is agreed. */
  agreedLevelOf: (skillId: string) => number | null;
  /** A level of a skill as a number with its name: "3 practitioner". */
  levelNameOf: (skillId: string, ordinal: number) => string;
  /** Where all are of one skill, it is named beside the list and not in it. */
  namesSkill?: boolean;
  /** Said in place of the list when there is none. */
  empty?: ReactNode;
  /** A link to where an objective is changed or ended; left out, the list is for reading alone. */
  changeOf?: (objective: Objective) => ReactNode;
}

const standings: Record<ObjectiveStanding, { word: string; tone: 'neutral' | 'good' | 'bad' }> = {
  open: { word: 'Open', tone: 'neutral' },
  overdue: { word: 'Past its day', tone: 'bad' },
  reached: { word: 'Level reached', tone: 'good' },
  met: { word: 'Met', tone: 'good' },
  'partly-met': { word: 'Partly met', tone: 'neutral' },
  'not-met': { word: 'Not met', tone: 'bad' },
  dropped: { word: 'Dropped', tone: 'neutral' },
};

/** Objectives, one under the other: how each stands, what is to be done, up to which level and until when, and who said so. */
export function ObjectiveList({ objectives, label, day, agreedLevelOf, levelNameOf, namesSkill, empty, changeOf }: ObjectiveListProps) {
  if (objectives.length === 0) return empty === undefined ? null : <p className="mb-step text-muted">{empty}</p>;
  return (
    <ul aria-label={label} className="mb-step grid gap-step">
      {objectives.map((one) => {
        const { word, tone } = standings[objectiveStanding(one, { day, agreedLevel: agreedLevelOf(one.skillId) })];
        const aim = one.targetLevel === null ? 'Keep in practice' : `Reach ${levelNameOf(one.skillId, one.targetLevel)}`;
        return (
          <li key={one.id} className="max-w-prose border-l-4 border-line pl-step break-words print:break-inside-avoid">
            <p className="mb-hair flex flex-wrap items-baseline gap-x-snug gap-y-hair">
              <strong className="min-w-0 font-strong">{namesSkill ? `${one.skillName}: ${aim.charAt(0).toLowerCase()}${aim.slice(1)}` : aim}</strong>
              <Tag tone={tone}>{word}</Tag>
            </p>
            <p className="whitespace-pre-wrap">{one.words}</p>
            {one.outcomeWords !== null && <p className="mt-close border-l-2 border-line pl-snug whitespace-pre-wrap">{one.outcomeWords}</p>}
            <p className="mt-close text-dense text-muted">{whence(one)}</p>
            {changeOf && <p className="text-dense print:hidden">{changeOf(one)}</p>}
          </li>
        );
      })}
    </ul>
  );
}

function whence({ dueOn, addedByName, addedOn, changedByName, changedOn, endedByName, endedOn }: Objective): string {
  const changed = changedByName === null || changedOn === null ? '' : `, changed by ${changedByName} ${formatDate(changedOn)}`;
  const ended = endedByName === null || endedOn === null ? '' : `, ended by ${endedByName} ${formatDate(endedOn)}`;
  return `Due ${formatDate(dueOn)}. Added by ${addedByName} ${formatDate(addedOn)}${changed}${ended}.`;
}
