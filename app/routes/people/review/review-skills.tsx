import { LevelSteps } from '#app/charts/level-steps.tsx';
import { scaleOfSkill } from '#app/domain/framework/scale-of-skill.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { levelName } from '#app/routes/people/level-name.ts';
import { MissingStatements } from './missing-statements.tsx';
import type { ReviewData } from './review-data.ts';

interface ReviewSkillsProps {
  found: ReviewData;
  /** The page that adds an objective; null for a viewer who may not. */
  addObjective: string | null;
}

/** Expected and agreed level of each skill, with the statements still to be shown. */
export function ReviewSkills({ found, addObjective }: ReviewSkillsProps) {
  const { review, scales, skillNames, statements } = found;
  const said = ({ skillId, agreedLevel, state }: { skillId: string; agreedLevel: number | null; state: string }) =>
    agreedLevel === null ? (state === 'not-observed' ? 'Not observed' : 'Not agreed') : levelName(scales, skillId, agreedLevel);
  const others = review.otherSkills.map((cell) => `${skillNames[cell.skillId] ?? ''} (${said(cell)})`);
  return (
    <>
      <DataTable
        caption="Expected and agreed, by skill"
        note="Skills by name. A missing statement is one of a level between what is agreed and what is expected."
        rows={review.rows}
        rowKey={({ cell }) => cell.skillId}
        columns={[
          { key: 'skill', head: 'Skill', rowHead: true, cell: ({ cell }) => skillNames[cell.skillId] },
          { key: 'expected', head: 'Expected', cell: ({ cell }) => levelName(scales, cell.skillId, cell.expectedLevel) },
          {
            key: 'agreed',
            head: 'Agreed',
            cell: ({ cell }) => (
              <>
                {said(cell)}
                {cell.marks.includes('stale') && <span className="block text-muted">Out of date</span>}
                {cell.marks.includes('review') && <span className="block text-muted">To be reviewed: its wording changed since</span>}
              </>
            ),
          },
          {
            key: 'steps',
            head: 'Steps',
            cell: ({ cell }) => (
              <LevelSteps steps={scaleOfSkill(scales, cell.skillId).length} expectedLevel={cell.expectedLevel} agreedLevel={cell.agreedLevel} />
            ),
          },
          {
            key: 'missing',
            head: 'Still to show',
            cell: ({ cell, missingLevels }) => (
              <>
                <MissingStatements skillId={cell.skillId} ordinals={missingLevels} statements={statements} scales={scales} />
                {addObjective !== null && missingLevels.length > 0 && (
                  <span className="print:hidden">
                    <TextLink to={`${addObjective}?skill=${cell.skillId}`}>
                      Add an objective<span className="sr-only"> in {skillNames[cell.skillId]}</span>
                    </TextLink>
                  </span>
                )}
              </>
            ),
          },
        ]}
      />
      {others.length > 0 && <p className="mb-part">Also holds, though not expected: {others.join(', ')}.</p>}
    </>
  );
}
