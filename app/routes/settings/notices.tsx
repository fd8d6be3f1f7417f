import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { noticeKinds, noticeTitles } from '#app/domain/privacy/notice-kind.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readNotices } from '#app/services/organisation/read-notices.server.ts';
import { readSlug } from '#app/services/organisation/read-slug.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-settings', subject: 'organisation' } satisfies RouteAccess };

const done: Record<string, string> = { saved: 'The text is saved. Everybody reads it from now on.' };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { notices } = await readNotices(context);
  const slug = await readSlug(context);
  return {
    frame: settingsFrame(context.viewer, 'notices'),
    notice: noticeIn(done, request),
    rows: noticeKinds.map((kind) => {
      const { gaps, isStandard, updatedAt, updatedByName } = notices[kind];
      return {
        kind,
        title: noticeTitles[kind],
        gaps,
        isStandard,
        changed: updatedAt === null ? null : `${formatDate(todayOf({ now: updatedAt }))}, by ${updatedByName}`,
        publicPath: kind === 'privacy-notice' || kind === 'accessibility-statement' ? `/notices/${slug}/${kind}` : null,
      };
    }),
  };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Notices') }];

export default function Notices() {
  const { frame, notice, rows } = useLoaderData<typeof loader>();
  const gaps = rows.reduce((sum, row) => sum + row.gaps, 0);
  return (
    <>
      <SettingsHeader frame={frame} />
      {notice && <Notice>{notice}</Notice>}
      <Page
        title="Notices"
        lead={
          gaps === 0
            ? 'What you owe your staff in writing is filled in.'
            : `${gaps} ${gaps === 1 ? 'place is' : 'places are'} still to be filled in, and marked on the pages that everybody reads.`
        }
      >
        <DataTable
          caption="Texts of your organisation"
          note="Purpose and lawful basis stand inside the privacy notice and in every export of a person’s data."
          stacked
          rows={rows}
          rowKey={({ kind }) => kind}
          columns={[
            { key: 'title', head: 'Text', rowHead: true, cell: (row) => <TextLink to={`/settings/notices/${row.kind}`}>{row.title}</TextLink> },
            { key: 'state', head: 'State', short: true, cell: (row) => (row.gaps > 0 ? <Tag tone="bad">{`${row.gaps} to fill in`}</Tag> : <Tag tone="good">Filled in</Tag>) },
            { key: 'words', head: 'Words', cell: (row) => (row.isStandard ? 'Standard text' : 'Your own') },
            { key: 'changed', head: 'Last changed', cell: (row) => row.changed ?? 'Never' },
            { key: 'public', head: 'Read by', cell: (row) => (row.publicPath ? <a href={row.publicPath}>Everybody, without signing in</a> : 'Part of the privacy notice') },
          ]}
        />
      </Page>
    </>
  );
}
