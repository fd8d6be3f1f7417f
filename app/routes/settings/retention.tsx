import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { type RetentionClassName, retentionClasses } from '#app/domain/privacy/retention-class.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { readRetention } from '#app/services/privacy/read-retention.server.ts';
import { retentionInput } from '#app/services/privacy/retention-input.ts';
import { saveRetention } from '#app/services/privacy/save-retention.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { LeaversTable } from './leavers-table.tsx';
import { RetentionForm } from './retention-form.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-settings', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = {
  saved: 'The periods are saved. The next run goes by them.',
  erased: 'The record is erased for good. The audit says that it was, and why.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return {
    frame: settingsFrame(context.viewer, 'retention'),
    notice: noticeIn(notices, request),
    retention: await readRetention(context),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  await readRetention(context);
  const form = await readForm(request);
  const parsed = retentionInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await saveRetention(context, { periods: parsed.data, revision: Number(typed(form, 'revision')) || 0 });
  if (outcome.ok) return redirect('/settings/retention?notice=saved');
  return data({ problems: [outcome.problem], typed: typedText(form) }, { status: 409 });
}

export const meta: MetaFunction = () => [{ title: pageTitle('Retention') }];

type Loaded = Awaited<ReturnType<typeof loader>>['retention'];

function lastRunWords({ lastRun }: Loaded): string {
  if (lastRun === null) return 'It has not run yet.';
  const erased = Object.entries(lastRun.counts).filter(([, count]) => Number(count) > 0);
  const words = erased.map(([name, count]) => `${retentionClasses[name as RetentionClassName]?.title ?? name} (${Number(count)})`);
  const on = `It last ran on ${momentInWords(new Date(lastRun.at))}`;
  return words.length === 0 ? `${on} and erased nothing.` : `${on}. Erased then: ${words.join('; ')}.`;
}

export default function Retention() {
  const { frame, notice, retention } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const due = retention.classes.reduce((sum, { dueNow }) => sum + dueNow, 0);
  return (
    <>
      <SettingsHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      <Page
        title="Retention"
        lead={due === 0 ? 'Nothing has been kept for longer than it should.' : `The next run, within an hour, erases ${due} ${due === 1 ? 'record' : 'records'}.`}
      >
        <p className="mb-step max-w-prose">
          What has been kept for long enough is erased by itself, every hour. {lastRunWords(retention)}
        </p>
        <RetentionForm revision={retention.revision} classes={retention.classes} problems={problems} typed={refused?.typed} />
        <LeaversTable leavers={retention.leavers} />
      </Page>
    </>
  );
}
