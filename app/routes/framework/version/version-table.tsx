import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { versionLink } from './version-link.ts';
import { VersionState } from './version-state.tsx';

interface VersionRow {
  versionId: string;
  label: string;
  publishedOn: string;
  withdrawnOn: string | null;
  isAdopted: boolean;
  laidOver: string | null;
  ownAdditionCount: number;
  counts: { roles: number; roleLevels: number; skills: number; expectations: number };
  releaseId: string | null;
}

/** Every version of one framework, what became of it and how much it holds. */
export function VersionTable({ framework }: { framework: { frameworkName: string; versions: readonly VersionRow[] } }) {
  const releases = framework.versions.some(({ releaseId }) => releaseId !== null);
  return (
    <DataTable
      caption={framework.frameworkName}
      note="The newest version first."
      stacked
      columns={[
        { key: 'label', head: 'Version', rowHead: true, cell: (version) => <TextLink to={versionLink(version)}>{version.label}</TextLink> },
        { key: 'published', head: 'Published here', short: true, cell: (version) => version.publishedOn },
        { key: 'state', head: 'State', cell: (version) => <VersionState version={version} laidOver={version.laidOver} /> },
        { key: 'roles', head: 'Roles', numeric: true, cell: ({ counts }) => counts.roles },
        { key: 'levels', head: 'Role levels', numeric: true, cell: ({ counts }) => counts.roleLevels },
        { key: 'skills', head: 'Skills', numeric: true, cell: ({ counts }) => counts.skills },
        { key: 'expectations', head: 'Expected levels', numeric: true, cell: ({ counts }) => counts.expectations },
        ...(releases
          ? [
              {
                key: 'changes',
                head: 'Changes',
                cell: ({ releaseId, label }: VersionRow) =>
                  releaseId === null ? '' : <TextLink to={`/framework/releases/${releaseId}`}>{`What ${label} changed`}</TextLink>,
              },
            ]
          : []),
      ]}
      rows={framework.versions}
      rowKey={(version) => version.versionId}
    />
  );
}
