import { Form } from '@remix-run/react';
import { CoverageBars } from '#app/charts/coverage/coverage-bars.tsx';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { CoverageLine } from '#app/services/capability/read-coverage.server.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { TeamFrame } from './team-frame.ts';

interface CoverageTableProps {
  frame: TeamFrame;
  rows: readonly CoverageLine[];
  scales: SkillScales;
  mayWrite: boolean;
}

/** Every rule of a team and the teams under it: asked for, held, by whom, until when. */
export function CoverageTable({ frame, rows, scales, mayWrite }: CoverageTableProps) {
  if (rows.length === 0) {
    return (
      <EmptyState title="No coverage rules yet">
        <p>
          A rule says how many people {frame.name} needs at a level of a skill, whatever their roles are expected to
          hold. Without rules nobody is told when a skill rests on one person.
        </p>
      </EmptyState>
    );
  }
  const levelName = ({ skillId, minimumLevel }: CoverageLine['rule']) =>
    scaleOfSkill(scales, skillId).find((step) => step.ordinal === minimumLevel)?.name ?? `level ${minimumLevel}`;
  return (
    <>
      <div className="mb-part">
        <CoverageBars
          label={`Coverage rules of ${frame.name}: people found against people asked for`}
          emptySentence="No coverage rules yet."
          facts={rows.map(({ rule, actual }) => ({
            ruleId: rule.id,
            name: `${rule.skillName} at ${levelName(rule).toLowerCase()} or above, ${rule.teamName}`,
            required: rule.minimumPeople,
            actual,
          }))}
        />
      </div>
      <DataTable
        caption="Who covers each rule"
        note="By team, then skill. Only agreed levels of people present on the day count."
        rows={rows}
        rowKey={(row) => row.rule.id}
        columns={[
          { key: 'skill', head: 'Skill', rowHead: true, cell: (row) => row.rule.skillName },
          { key: 'team', head: 'Team and those under it', cell: (row) => row.rule.teamName },
          {
            key: 'level',
            head: 'Level',
            cell: (row) => `${levelName(row.rule)} (${row.rule.minimumLevel}) or above`,
          },
          { key: 'required', head: 'Asked for', numeric: true, cell: (row) => row.rule.minimumPeople },
          { key: 'actual', head: 'Found', numeric: true, cell: (row) => row.actual },
          { key: 'people', head: 'By whom', cell: (row) => <Covering row={row} /> },
          ...(mayWrite ? [{ key: 'remove', head: 'Change', cell: (row: CoverageLine) => <Remove row={row} /> }] : []),
        ]}
      />
    </>
  );
}

function Covering({ row }: { row: CoverageLine }) {
  return (
    <>
      {row.people?.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <TextLink to={`/people/${person.id}`}>{person.name}</TextLink>
        </span>
      ))}
      {row.people === null && 'Not shown to administrators'}
      {row.people?.length === 0 && 'Nobody'}
      {row.ends && <span className="block text-muted">Broken from {formatDate(row.ends.endsOn)}</span>}
      {row.blindSpot && <span className="block text-muted">No role here is expected to hold it</span>}
    </>
  );
}

function Remove({ row }: { row: CoverageLine }) {
  return (
    // A narrow column must not part the word from its triangle.
    <div className="whitespace-nowrap">
      <Details
        summary={
          <>
            Remove <span className="sr-only">the rule for {row.rule.skillName}</span>
          </>
        }
      >
        <Form method="post" className="min-w-60 whitespace-normal">
          <p className="mb-close">
            The flags that come from this rule go with it. No levels are touched; the audit keeps what the rule asked for.
          </p>
          <Button look="warning" name="remove" value={row.rule.id}>
            Remove rule
          </Button>
        </Form>
      </Details>
    </div>
  );
}
