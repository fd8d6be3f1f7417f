import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { SkillOverview } from '#app/domain/assessment/history/skill-overview.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { levelName } from '#app/routes/people/level-name.ts';

interface HistorySkillsProps {
  skills: readonly SkillOverview[];
  scales: SkillScales;
  skillHref: (skillId: string) => string;
}

/** Every skill of a history, each leading to its own timeline. */
export function HistorySkills({ skills, scales, skillHref }: HistorySkillsProps) {
  return (
    <DataTable
      stacked
      caption="Skill by skill"
      note="By name. Each leads to its own timeline with a picture."
      rows={skills}
      rowKey={({ skillId }) => skillId}
      columns={[
        {
          key: 'skill',
          head: 'Skill',
          rowHead: true,
          cell: ({ skillId, name, isGone }) => (
            <>
              <TextLink to={skillHref(skillId)}>{name}</TextLink>
              {isGone && <span className="block font-regular text-muted">No longer in the framework</span>}
            </>
          ),
        },
        { key: 'agreed', head: 'Agreed', cell: ({ skillId, agreed }) => (agreed === null ? 'Not agreed' : agreed.level === null ? 'Not observed or exempt' : levelName(scales, skillId, agreed.level)) },
        { key: 'on', head: 'Agreed on', short: true, cell: ({ agreed }) => agreed && formatDate(agreed.on) },
        { key: 'expected', head: 'Expected', cell: ({ skillId, expectedLevel }) => (expectedLevel === null ? 'Not expected' : levelName(scales, skillId, expectedLevel)) },
        { key: 'lines', head: 'Lines', numeric: true, cell: ({ lines }) => lines },
        { key: 'newest', head: 'Newest', short: true, cell: ({ newestOn }) => formatDate(newestOn) },
      ]}
    />
  );
}
