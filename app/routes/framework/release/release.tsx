import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { readReleaseImpact } from '#app/services/capability/read-release-impact.server.ts';
import { readRelease } from '#app/services/framework/release/read-release.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { actOnRelease } from './act-on-release.server.ts';
import { ConfirmRelease } from './confirm-release.tsx';
import { HandedInTogether } from './handed-in-together.tsx';
import { presentImpact } from './present-impact.ts';
import { presentRelease } from './present-release.server.ts';
import type { PresentedRelease } from './presented-release.ts';
import { ReleaseDone } from './release-done.tsx';
import { ReleasePreview } from './release-preview.tsx';
import { ReleaseReading } from './release-reading.tsx';
import { ReleaseRefused } from './release-refused.tsx';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = {
  decided: 'Your decisions are saved.',
  compared: 'The release is compared with the version in use now.',
  published: 'The release is published and in use.',
  withdrawn: 'The release is taken back.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const release = await readRelease(context, params.releaseId ?? '');
  // Compared with a version that is in use no more, it says nothing of today's people.
  const measured = release.state === 'open' && release.plan !== null && !release.isStale ? await readReleaseImpact(context, release.id) : null;
  const impact = measured && presentImpact(measured, release.scale);
  const confirm = new URL(request.url).searchParams.get('confirm');
  return { release: presentRelease(release, impact, confirm), notice: noticeIn(notices, request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const outcome = await actOnRelease(context, params.releaseId ?? '', await readForm(request));
  if (outcome.ok) return redirect(outcome.value);
  // Whatever is refused here, the release has gone on meanwhile.
  return data({ problems: [{ field: null, message: outcome.problem.message }] }, { status: 409 });
}

function titleOf({ step, frameworkName, label, state }: PresentedRelease): string {
  if (step) return step.title;
  if (frameworkName === '') return state === 'reading' ? 'Documents are being read' : 'Documents that could not be read';
  return `${frameworkName}: ${label}`;
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found && titleOf(found.release)) }];

export default function Release() {
  const { release, notice } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  const { step, preview, done, state, progress, adoptedLabel, revision } = release;
  const crumbs = [{ label: 'Framework', to: '/framework' }, { label: 'Releases', to: '/framework/releases' }, { label: release.label }];
  return (
    <>
      <Breadcrumbs items={crumbs} />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      <ErrorSummary problems={problems} title="Nothing was changed" />
      <Page
        title={titleOf(release)}
        lead={step ? undefined : release.lead}
        facts={{ frameworkVersion: adoptedLabel === null ? undefined : `${release.frameworkName}, ${adoptedLabel} is in use` }}
      >
        {!step && <HandedInTogether releases={release.together} />}
        {step && <ConfirmRelease {...step} revision={revision} />}
        {!step && state === 'reading' && <ReleaseReading {...progress} />}
        {!step && state === 'refused' && <ReleaseRefused problems={release.problems.shown} more={release.problems.more} />}
        {preview && <ReleasePreview preview={preview} revision={revision} />}
        {done && <ReleaseDone done={done} />}
      </Page>
    </>
  );
}
