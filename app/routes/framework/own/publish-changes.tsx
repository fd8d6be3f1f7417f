import type { RoleLevelChange } from '#app/domain/framework/own/compare-own-states.ts';
import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { stepName } from '#app/domain/framework/own/step-name.ts';
import { DataTable } from '#app/ui/data-table.tsx';

type Change = RoleLevelChange & { people: number };

interface PublishChangesProps {
  waiting: readonly string[];
  leaving: readonly string[];
  preview: { roleLevels: Change[]; newSkills: string[]; goneSkills: string[]; people: number };
  scale: readonly ScaleStep[];
}

/** What publishing does: the additions that come and go, and the role levels that are expected to hold something else. */
export function PublishChanges({ waiting, leaving, preview, scale }: PublishChangesProps) {
  const { roleLevels, people } = preview;
  return (
    <>
      <Sentences title="New or changed" sentences={waiting} />
      <Sentences title="Taken away" sentences={leaving} />
      <p className="mb-step max-w-prose">
        {people === 0 ? 'Nobody is placed in a role level that changes.' : `${people} ${people === 1 ? 'person is' : 'people are'} placed in a role level that changes.`}
      </p>
      {roleLevels.length > 0 && (
        <DataTable
          stacked
          caption="Role levels that change"
          note="People are those who are placed there today."
          columns={[
            { key: 'roleLevel', head: 'Role level', rowHead: true, cell: ({ roleName, roleLevelName }: Change) => <span className="wrap-anywhere">{roleLevelName === roleName ? roleName : `${roleLevelName}, ${roleName}`}</span> },
            { key: 'change', head: 'What changes', cell: (change: Change) => <WhatChanges change={change} scale={scale} /> },
            { key: 'people', head: 'People', numeric: true, cell: (change: Change) => change.people },
          ]}
          rows={roleLevels}
          rowKey={({ roleName, roleLevelName }) => `${roleName}/${roleLevelName}`}
        />
      )}
    </>
  );
}

function WhatChanges({ change, scale }: { change: Change; scale: readonly ScaleStep[] }) {
  if (change.kind === 'new') return <>New</>;
  if (change.kind === 'gone') return <>Gone: nothing is expected of whoever is placed there. Move them first.</>;
  return (
    <ul className="wrap-anywhere">
      {change.skills.map(({ skillName, before, after }) => (
        <li key={skillName}>
          {skillName}: {stepName(scale, before)} becomes {stepName(scale, after)}
        </li>
      ))}
    </ul>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h2 className="mb-close text-heading-m font-heading">{title}</h2>
      <ul className="mb-step grid max-w-prose list-disc gap-close pl-step wrap-anywhere">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
