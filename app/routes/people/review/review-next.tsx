import type { ExpectationChange } from '#app/domain/review/compare-expectations.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { levelName } from '#app/routes/people/level-name.ts';
import { MissingStatements } from './missing-statements.tsx';
import type { ReviewData } from './review-data.ts';

const verdicts = {
  ready: { word: 'Ready', tone: 'good', says: 'Every expectation of the next role level is met.' },
  nearly: { word: 'Nearly ready', tone: 'neutral', says: 'What is missing is one level short each.' },
  further: { word: 'Further to go', tone: 'neutral', says: 'More than three skills, or more than one level, are missing or not agreed.' },
} as const;

const changes: Record<ExpectationChange['change'], string> = {
  added: 'New',
  higher: 'Higher',
  same: 'The same',
  lower: 'Lower',
  dropped: 'No longer expected',
};

/** What the next role level asks, and how far this person is from it. */
export function ReviewNext({ found }: { found: ReviewData }) {
  const { review, nextRoleLevel, roleLevelName, seniority, skillNames, statements, scales } = found;
  if (!review.next || !nextRoleLevel) {
    if (roleLevelName === null) return null;
    if (seniority === 0) return <p className="mb-part">{roleLevelName} is no longer in the framework: there is no next role level until this person is moved.</p>;
    return <p className="mb-part">{roleLevelName} is the most senior level of this role.</p>;
  }
  const { word, tone, says } = verdicts[review.next.readiness.verdict];
  const grades = nextRoleLevel.grades.length > 0 ? ` (${nextRoleLevel.grades.join(', ')})` : '';
  return (
    <section aria-labelledby="next-role-level" className="mb-part">
      <h2 id="next-role-level" className="mb-close text-heading-m font-heading">
        Next role level: {nextRoleLevel.name}
        {grades}
      </h2>
      <p className="mb-snug">
        <Tag tone={tone}>{word}</Tag> {says}
        {!nextRoleLevel.orderStated && ' The order of these role levels is inferred from what they expect.'}
      </p>
      <DataTable
        caption="What it asks"
        rows={review.next.steps}
        rowKey={(step) => step.skillId}
        columns={[
          { key: 'skill', head: 'Skill', rowHead: true, cell: (step) => skillNames[step.skillId] },
          { key: 'change', head: 'Against now', cell: (step) => changes[step.change] },
          { key: 'next', head: 'Asks for', cell: (step) => levelName(scales, step.skillId, step.nextExpectedLevel) },
          {
            key: 'agreed',
            head: 'Agreed',
            cell: (step) => (step.agreedLevel === null ? 'Not agreed' : levelName(scales, step.skillId, step.agreedLevel)),
          },
          {
            key: 'missing',
            head: 'Still to show',
            cell: (step) => (
              <MissingStatements skillId={step.skillId} ordinals={step.missingLevels} statements={statements} scales={scales} />
            ),
          },
        ]}
      />
    </section>
  );
}
