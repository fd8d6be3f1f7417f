import { formatDate } from '#app/domain/assessment/format-date.ts';
import { describeFlag } from '#app/domain/capability/describe-flag.ts';
import type { CoverageRow, CoverageStatus } from '#app/domain/capability/coverage-rows.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { ServiceReport } from '#app/domain/planning/service-report.ts';
import { DataTable } from '#app/ui/data-table.tsx';

interface ReportTablesProps {
  report: ServiceReport;
  scales: SkillScales;
}

const statusNames: Record<CoverageStatus, string> = {
  'no-cover': 'Nobody',
  'single-point': 'One person',
  'under-cover': 'Too few',
  covered: 'Covered',
};

/** A page holds this many skills with the rest of the report; the others are counted below the table. */
const mostShortfalls = 10;

/** Coverage, shortfalls by skill and blind spots of the report. */
export function ReportTables({ report, scales }: ReportTablesProps) {
  const levelName = ({ skillId, minimumLevel }: CoverageRow['rule']) =>
    scaleOfSkill(scales, skillId).find((step) => step.ordinal === minimumLevel)?.name.toLowerCase() ?? String(minimumLevel);
  const shown = report.shortfalls.slice(0, mostShortfalls);
  const rest = report.shortfalls.length - shown.length;
  return (
    <>
      <DataTable
        caption="Coverage"
        note="Rules by team, then skill. People present with an agreed level at or above the rule's level."
        rows={report.coverage}
        rowKey={(row) => row.rule.id}
        empty="No coverage rules are set."
        columns={[
          { key: 'skill', head: 'Skill', rowHead: true, cell: ({ rule }) => `${rule.skillName}, ${levelName(rule)}` },
          { key: 'team', head: 'Team', cell: ({ rule }) => rule.teamName },
          { key: 'required', head: 'Needed', numeric: true, cell: (row) => row.required },
          { key: 'actual', head: 'Found', numeric: true, cell: (row) => row.actual },
          { key: 'status', head: 'Standing', cell: standing },
        ]}
      />
      <DataTable
        caption="Shortfalls by skill"
        note={`Most people below first.${rest > 0 ? ` ${rest} further skills with a shortfall or people not assessed are left out here.` : ''}`}
        rows={shown}
        rowKey={(row) => row.skillId}
        empty="Everybody is assessed and meets what is expected."
        columns={[
          { key: 'skill', head: 'Skill', rowHead: true, cell: (row) => row.skillName },
          { key: 'expected', head: 'Expected of', numeric: true, cell: (row) => row.expected },
          { key: 'met', head: 'Met', numeric: true, cell: (row) => row.met },
          { key: 'below', head: 'Below', numeric: true, cell: (row) => row.below },
          { key: 'open', head: 'Not agreed', numeric: true, cell: (row) => row.notAssessed + row.notObserved },
        ]}
      />
      <section aria-labelledby="blind-spots" className="mb-step">
        <h2 id="blind-spots" className="mb-close text-heading-m font-heading">
          Blind spots
        </h2>
        {report.blindSpots.length === 0 ? (
          <p>Every skill that a rule asks for is expected of some role here.</p>
        ) : (
          <ul className="list-disc pl-step">
            {report.blindSpots.map((flag) => (
              <li key={flag.rule?.id}>{describeFlag(flag)}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function standing({ status, people, ends }: CoverageRow): string {
  const name = status === 'single-point' ? `${statusNames[status]}: ${people[0]?.name ?? ''}` : statusNames[status];
  return ends ? `${name}; ends ${formatDate(ends.endsOn)}` : name;
}
