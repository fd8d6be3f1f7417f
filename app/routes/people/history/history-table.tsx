import type { ReactNode } from 'react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { HistoryLine } from '#app/domain/assessment/history/history-line.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { HistorySaid } from './history-said.tsx';
import { RecordedSkill } from './recorded-skill.tsx';

interface HistoryTableProps {
  lines: readonly HistoryLine[];
  caption: string;
  person: { id: string; name: string };
  scales: SkillScales;
  /** Leads from a skill to its own timeline; left out where the timeline is of one skill. */
  skillHref?: (skillId: string) => string;
}

const sourceNames = { self: 'Self', manager: 'Manager', agreed: 'Agreed' };

/** A timeline as a table that stacks on a small screen, newest first. */
export function HistoryTable({ lines, caption, person, scales, skillHref }: HistoryTableProps) {
  const skill = (line: HistoryLine): ReactNode => (line.kind === 'said' ? <RecordedSkill entry={line.entry} /> : line.skillName);
  return (
    <DataTable
      stacked
      caption={caption}
      note="Each skill by the name it had when the assessment was made; the framework version leads to its wording."
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { key: 'date', head: 'Day', short: true, cell: (line) => formatDate(line.on) },
        {
          key: 'skill',
          head: 'Skill',
          rowHead: true,
          cell: (line) => (skillHref ? <TextLink to={skillHref(line.skillId)}>{skill(line)}</TextLink> : skill(line)),
        },
        { key: 'source', head: 'Source', short: true, cell: sourceOf },
        { key: 'said', head: 'What was said', cell: (line) => <HistorySaid line={line} personId={person.id} scales={scales} /> },
        { key: 'who', head: 'By whom', cell: (line) => whoOf(line, person.name) },
        { key: 'round', head: 'Round', cell: (line) => roundOf(line) ?? '' },
        {
          key: 'version',
          head: 'Framework version',
          cell: (line) =>
            line.kind === 'said' && (
              <TextLink to={`/framework/versions/${line.entry.versionId}/skills/${line.entry.skillKey}`}>
                {line.entry.frameworkVersion}
                <span className="sr-only">: the wording of {line.entry.skillName}</span>
              </TextLink>
            ),
        },
      ]}
    />
  );
}

function sourceOf(line: HistoryLine): string {
  if (line.kind === 'said') return sourceNames[line.entry.source];
  if (line.kind === 'evidence') return 'Evidence';
  return line.event.kind === 'kept' || line.event.kind === 'changed' ? 'Moderator' : 'Dispute';
}

function whoOf(line: HistoryLine, personName: string): string {
  if (line.kind === 'said') return line.entry.assessorName;
  if (line.kind === 'evidence') return line.piece.authorName;
  return line.event.kind === 'kept' || line.event.kind === 'changed' ? line.event.byName : personName;
}

function roundOf(line: HistoryLine): string | null {
  if (line.kind === 'said') return line.entry.cycleName;
  return line.kind === 'event' ? line.event.cycleName : null;
}
