import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readJobDescriptions } from '#app/services/framework/job/read-job-descriptions.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';

export const handle = { access: { action: 'write-job-descriptions', subject: 'organisation' } satisfies RouteAccess };

const notices = { removed: 'The job description is removed.' } as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const entries = await readJobDescriptions(await requireContext(request));
  return {
    notice: noticeIn(notices, request),
    entries: entries.map(({ changedAt, ...entry }) => ({ ...entry, changedOn: formatDate(changedAt.toISOString().slice(0, 10)) })),
  };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Job descriptions') }];

export default function JobDescriptions() {
  const { entries, notice } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Job descriptions' }]} />
      <Page title="Job descriptions" lead="Drafted from a role level, then edited by you. Everybody who may write one sees them all.">
        {notice && <Notice>{notice}</Notice>}
        {entries.length === 0 ? (
          <EmptyState title="No job descriptions yet" action={{ to: '/framework/job-descriptions/new', label: 'Draft a job description' }}>
            <p>Choose a role level: its skills become the person specification. From a flag, the skill that is short comes first.</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption="Job descriptions, the last changed first"
              columns={[
                { key: 'title', head: 'Title', rowHead: true, cell: (entry) => <TextLink to={`/framework/job-descriptions/${entry.id}`}>{entry.title}</TextLink> },
                { key: 'level', head: 'Drafted from', cell: (entry) => `${entry.roleLevelName}, ${entry.versionLabel}` },
                { key: 'changed', head: 'Changed', cell: (entry) => entry.changedOn },
              ]}
              rows={entries}
              rowKey={(entry) => entry.id}
            />
            <ButtonLink to="/framework/job-descriptions/new">Draft a job description</ButtonLink>
          </>
        )}
      </Page>
    </>
  );
}
