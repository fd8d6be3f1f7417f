import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { describeAuditEvent } from '#app/domain/access/describe-audit-event.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { mostExported } from '#app/services/organisation/audit-limits.ts';
import { readAudit } from '#app/services/organisation/read-audit.server.ts';
import { verifyAudit } from '#app/services/organisation/verify-audit.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { AuditChain } from './audit-chain.tsx';
import { AuditFilterForm } from './audit-filter-form.tsx';
import { AuditList } from './audit-list.tsx';
import { auditSearch } from './audit-search.server.ts';
import { SettingsHeader, settingsFrame } from './settings-header.tsx';

export const handle = { access: { action: 'read-audit', subject: 'organisation' } satisfies RouteAccess };

/** What was done, newest first; with `check` in the address also whether the chain of it is whole. */
export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { filters, typed, problems, before } = auditSearch(request.url);
  const { lines, next, total } = await readAudit(context, { filters, before, most: mostExported });
  const isAsked = new URL(request.url).searchParams.has('check');
  return {
    frame: settingsFrame(context.viewer, 'audit'),
    today: todayOf(context),
    typed,
    problems,
    next,
    total,
    isFirst: before === undefined,
    chain: isAsked ? await verifyAudit(context) : null,
    lines: lines.map((line) => ({
      position: line.position,
      time: momentInWords(line.at),
      sentence: describeAuditEvent(line),
      action: line.action,
      subjectKind: line.subjectKind,
      subjectId: line.subjectId,
      detail: Object.entries(line.detail).map(([name, value]) => ({ name, text: typeof value === 'string' ? value : JSON.stringify(value) })),
    })),
  };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Audit') }];

/** The address of this page, or of the file, with what the form holds and one thing changed. */
function addressOf(typed: Record<string, string>, change: Record<string, string>, path = '/settings/audit'): string {
  const wanted = Object.entries({ ...typed, ...change }).filter(([, value]) => value !== '');
  return wanted.length === 0 ? path : `${path}?${new URLSearchParams(wanted)}`;
}

export default function Audit() {
  const { frame, today, typed, problems, lines, next, total, isFirst, chain } = useLoaderData<typeof loader>();
  const most = mostExported.toLocaleString('en-GB');
  const count = total === null ? `more than ${most} events` : `${total.toLocaleString('en-GB')} ${total === 1 ? 'event' : 'events'}`;
  return (
    <>
      <SettingsHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title="Audit" lead="Who did what, and who looked at whose ratings. Nobody can change what stands here.">
        <AuditFilterForm typed={typed} problems={problems} today={today} withoutFilter={(name) => addressOf(typed, { [name]: '' })} />
        <p className="mb-snug">
          {count}, newest first.{' '}
          {total !== 0 && (
            <TextLink to={addressOf(typed, {}, '/settings/audit.csv')} reloadDocument>
              Download as a CSV file
            </TextLink>
          )}
          {total === null && ` The file holds the newest ${most}: choose dates to get the others.`}
        </p>
        {lines.length === 0 ? (
          <EmptyState title="Nothing was recorded that fits">
            <p>Take a filter away, or choose other dates.</p>
          </EmptyState>
        ) : (
          <AuditList lines={lines} />
        )}
        <p className="mb-part flex flex-wrap gap-x-step">
          {!isFirst && <TextLink to={addressOf(typed, {})}>Newest events</TextLink>}
          {next !== null && <TextLink to={addressOf(typed, { before: String(next) })}>Older events</TextLink>}
        </p>
        <AuditChain chain={chain} />
      </Page>
    </>
  );
}
