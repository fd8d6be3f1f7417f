import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { personFrame } from './person-frame.ts';
import { PersonHeader } from './person-header.tsx';
import { RecordedSkill } from './recorded-skill.tsx';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { person, entries } = await readHistory(context, params.personId ?? '');
  return { frame: personFrame(context.viewer, person, '/history'), entries };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `History of ${data.frame.name}` : undefined) },
];

export default function History() {
  const { frame, entries } = useLoaderData<typeof loader>();
  return (
    <>
      <PersonHeader frame={frame} />
      <Page title={`What was recorded of ${frame.name}`} lead="Nothing here is ever changed: a correction is a newer line.">
        {entries.length === 0 ? (
          <EmptyState title="Nothing recorded yet">
            <p>The first assessment will stand here, with who made it and when.</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={entries.length === 1 ? '1 assessment' : `${entries.length} assessments, newest first`}
            note="Each skill by the name it had when the assessment was made; the framework version leads to its wording."
            rows={entries}
            rowKey={(row) => row.id}
            columns={[
              { key: 'date', head: 'Date', cell: (row) => formatDate(row.assessedOn) },
              { key: 'skill', head: 'Skill', rowHead: true, cell: (row) => <RecordedSkill entry={row} /> },
              { key: 'source', head: 'Source', cell: (row) => row.source },
              { key: 'level', head: 'Level', numeric: true, cell: (row) => row.level ?? 'not observed' },
              { key: 'assessor', head: 'Recorded by', cell: (row) => row.assessorName },
              { key: 'cycle', head: 'Cycle', cell: (row) => row.cycleName ?? '' },
              {
                key: 'version',
                head: 'Framework version',
                cell: (row) => (
                  <TextLink to={`/framework/versions/${row.versionId}/skills/${row.skillKey}`}>
                    {row.frameworkVersion}
                    <span className="sr-only">: the wording of {row.skillName}</span>
                  </TextLink>
                ),
              },
              { key: 'note', head: 'Note', cell: (row) => row.note ?? '' },
            ]}
          />
        )}
      </Page>
    </>
  );
}
