import type { ReactNode } from 'react';
import type { RoleWording } from '#app/services/framework/version/read-role-wording.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { ExpectedLevel } from './expected-level.tsx';
import { OfficialSource } from './official-source.tsx';
import { OwnMark } from './own-mark.tsx';

interface RoleBodyProps {
  role: RoleWording;
  version: { kind: string; scale: readonly { ordinal: number; name: string }[] };
  /** The page of a skill in the same version. */
  skillLink: (skillKey: string) => string;
  /** What stands under the table. */
  children?: ReactNode;
}

/** What one version says of a role: its role levels side by side with what they are expected to hold, and its descriptions. */
export function RoleBody({ role, version, skillLink, children }: RoleBodyProps) {
  const { name, description, roleLevels, skills, skillsWithoutLevel, isOwn, ownRoleLevels, ownExpectations } = role;
  const described = roleLevels.filter((level) => level.description !== null);
  return (
    <>
      {isOwn && <OwnMark />}
      {roleLevels.length === 0 ? (
        <Notice kind="information">The framework has no role level of this role in use, so nothing is expected of anybody in it.</Notice>
      ) : (
        <>
          <OrderNotice roleLevels={roleLevels} />
          <DataTable
            caption={`Expected level of each skill, by role level of ${name}`}
            note="Skills by name; role levels from the most junior to the most senior."
            columns={[
              {
                key: 'skill',
                head: 'Skill',
                rowHead: true,
                cell: (skill) => <SkillName name={skill.name} to={skillLink(skill.key)} isChanged={ownExpectations.includes(skill.name)} />,
              },
              ...roleLevels.map((level, index) => ({
                key: level.id,
                head: <LevelHead name={level.name} grades={level.grades} isOwn={ownRoleLevels.includes(level.id)} />,
                cell: (skill: (typeof skills)[number]) => (
                  <ExpectedLevel
                    expectedLevel={skill.expectedLevels[index] ?? null}
                    before={index === 0 ? undefined : (skill.expectedLevels[index - 1] ?? null)}
                    scale={version.scale}
                  />
                ),
              })),
            ]}
            rows={skills}
            rowKey={(skill) => skill.key}
            empty="No skill is expected of this role."
          />
          {children}
        </>
      )}
      {skillsWithoutLevel.length > 0 && (
        <section className="mb-part max-w-prose">
          <h2 className="mb-snug text-heading-m font-heading">Skills that are listed for the role, at no level</h2>
          <ul className="list-disc pl-step">
            {skillsWithoutLevel.map((skill) => (
              <li key={skill}>{skill}</li>
            ))}
          </ul>
        </section>
      )}
      {description !== null && (
        <section className="mb-part max-w-prose">
          <h2 className="mb-snug text-heading-m font-heading">What the role is</h2>
          <p className="mb-close whitespace-pre-line">{description}</p>
          {!isOwn && <OfficialSource kind={version.kind} />}
        </section>
      )}
      {described.map((level) => (
        <Details key={level.id} summary={`What the role level ${level.name} does`}>
          <p className="mb-close max-w-prose whitespace-pre-line">{level.description}</p>
          {!isOwn && !ownRoleLevels.includes(level.id) && <OfficialSource kind={version.kind} />}
        </Details>
      ))}
    </>
  );
}

function SkillName({ name, to, isChanged }: { name: string; to: string; isChanged: boolean }) {
  return (
    <>
      <TextLink to={to}>{name}</TextLink>
      {isChanged && <span className="block text-note font-regular text-muted">Changed by your organisation</span>}
    </>
  );
}

function LevelHead({ name, grades, isOwn }: { name: string; grades: string[] | null; isOwn: boolean }) {
  return (
    <>
      {name}
      <span className="block font-regular text-muted">{grades === null || grades.length === 0 ? 'no grade given' : grades.join(', ')}</span>
      {isOwn && <span className="block text-note font-regular text-muted">Added by your organisation</span>}
    </>
  );
}

function OrderNotice({ roleLevels }: { roleLevels: readonly { name: string; isPlaceStated: boolean }[] }) {
  const inferred = roleLevels.filter(({ isPlaceStated }) => !isPlaceStated).map(({ name }) => name);
  if (inferred.length === 0 || roleLevels.length === 1) return null;
  const whole = inferred.length === roleLevels.length;
  return (
    <Notice kind="information">
      {whole
        ? 'No source at hand states the order of these role levels. It is inferred from how much each is expected to hold.'
        : `No source at hand states where ${inferred.join(', ')} stands in the order. It is inferred from how much is expected.`}
    </Notice>
  );
}
