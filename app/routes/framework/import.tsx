import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { requireTurn } from '#app/platform/throttle/require-turn.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { startRelease } from '#app/services/framework/release/start-release.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { ImportForm } from './import-form.tsx';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'import-framework');
  const versions = await readAdoptedVersions(context);
  return { versions: versions.map(({ frameworkName, label }) => `${frameworkName}, ${label}`) };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'import-framework');
  // Reading files in is the dearest thing that can be asked for: what is refused counts too.
  await requireTurn('import', { user: context.viewer.userId ?? '' });
  const form = await readForm(request);
  const label = typed(form, 'label');
  const outcome = await startRelease(context, await uploadedFiles(form), label);
  if (!outcome.ok) return data({ problems: [outcome.problem], label }, { status: 422 });
  return redirect(`/framework/releases/${outcome.value.releaseIds[0]}`);
}

async function uploadedFiles(form: FormData) {
  const given = form.getAll('files').filter((entry) => typeof entry !== 'string' && (entry.size > 0 || entry.name !== ''));
  return Promise.all(
    given.map(async (entry) => {
      const file = entry as File;
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    }),
  );
}

export const meta: MetaFunction = () => [{ title: pageTitle('Import a release') }];

export default function Import() {
  const { versions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Releases', to: '/framework/releases' }, { label: 'Import' }]} />
      <ErrorSummary problems={problems} title="Nothing was read" />
      <Page
        title="Import a release"
        lead="You see what it changes, and for whom, and decide before anything is put to use."
        facts={{ frameworkVersion: versions.join('; ') || undefined }}
      >
        <ImportForm problems={problems} label={refused?.label ?? ''} />
      </Page>
    </>
  );
}
