import type { SkillWording } from '#app/services/framework/version/read-skill-wording.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { OfficialSource } from './official-source.tsx';
import { OwnMark } from './own-mark.tsx';
import { SkillLevel } from './skill-level.tsx';

interface SkillBodyProps {
  skill: SkillWording;
  version: { kind: string; scale: readonly { ordinal: number; name: string }[] };
  /** The page of a role in the same version. */
  roleLink: (roleKey: string) => string;
}

/** What one version says of a skill: its description, its levels, and who is expected to hold it. */
export function SkillBody({ skill, version, roleLink }: SkillBodyProps) {
  const { description, isDescriptionOurs, isOwn, levels, expectedOf } = skill;
  const stepName = (expectedLevel: number) => version.scale.find(({ ordinal }) => ordinal === expectedLevel)?.name;
  return (
    <>
      {isOwn && <OwnMark />}
      {description !== null && (
        <div className="mb-step max-w-prose">
          <p className="mb-close whitespace-pre-line">{description}</p>
          {!isOwn && (isDescriptionOurs ? <Tag>Our summary</Tag> : <OfficialSource kind={version.kind} />)}
        </div>
      )}
      <section className="mb-part max-w-prose">
        <h2 className="mb-snug text-heading-m font-heading">What each level asks</h2>
        <ol>
          {levels.map((level) => (
            <SkillLevel key={level.ordinal} level={level} kind={version.kind} />
          ))}
        </ol>
      </section>
      <DataTable
        caption="Role levels that are expected to hold this skill"
        note="By role, then from the most junior role level."
        columns={[
          { key: 'role', head: 'Role', cell: (row) => <TextLink to={roleLink(row.roleKey)}>{row.roleName}</TextLink> },
          { key: 'level', head: 'Role level', rowHead: true, cell: (row) => row.roleLevelName },
          { key: 'grades', head: 'Grades', cell: (row) => row.grades?.join(', ') ?? '–' },
          { key: 'expected', head: 'Expected level', cell: (row) => `${row.expectedLevel} ${stepName(row.expectedLevel)}` },
        ]}
        rows={expectedOf}
        rowKey={(row) => `${row.roleKey} ${row.roleLevelName}`}
        empty="No role level is expected to hold it."
      />
    </>
  );
}
