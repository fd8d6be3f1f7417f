import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { requireTurn } from '#app/platform/throttle/require-turn.server.ts';
import { importFramework } from '#app/services/framework/import-framework.server.ts';
import { locateProblem } from '#app/services/framework/locate-problem.server.ts';
import { packFiles } from '#app/services/framework/pack-files.server.ts';
import { previewImport } from '#app/services/framework/preview-import.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { unpackFiles } from '#app/services/framework/unpack-files.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { ImportForm } from './import-form.tsx';
import { ImportPreview } from './import-preview.tsx';
import { presentPreview } from './present-preview.server.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'import-framework');
  const versions = await readAdoptedVersions(context);
  return {
    isDone: new URL(request.url).searchParams.has('done'),
    versions: versions.map(({ frameworkName, label }) => `${frameworkName}, ${label}`),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'import-framework');
  // Reading files in is the dearest thing that can be asked for: previews count too.
  await requireTurn('import', { user: context.viewer.userId ?? '' });
  const form = await readForm(request);
  const isConfirmed = typed(form, 'packed') !== '';
  const files = isConfirmed ? unpackFiles(typed(form, 'packed')) : await uploadedFiles(form);
  if (files === null) return refuse([{ field: 'files', message: 'The preview could not be read back. Choose the files again.' }]);
  if (isConfirmed) {
    const result = await importFramework(context, files, typed(form, 'base'));
    if (result.ok) return redirect('/framework/import?done');
    // What the preview was laid over may have changed: then there is a new preview to look at.
    const again = await previewImport(context, files);
    return again.ok ? show(again, files, result.refusals) : refuse(problemsOf(again.refusals));
  }
  const result = await previewImport(context, files);
  return result.ok ? show(result, files, []) : refuse(problemsOf(result.refusals));
}

type Result = Awaited<ReturnType<typeof previewImport>>;
type Refusals = Extract<Result, { ok: false }>['refusals'];

async function uploadedFiles(form: FormData) {
  const given = form.getAll('files').filter((entry) => typeof entry !== 'string' && (entry.size > 0 || entry.name !== ''));
  return Promise.all(
    given.map(async (entry) => {
      const file = entry as File;
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    }),
  );
}

function problemsOf(refusals: Refusals) {
  return refusals.map((refusal) => ({ field: 'files', message: locateProblem(refusal) }));
}

function refuse(problems: { field: string; message: string }[]) {
  return data({ problems, preview: null, packed: '', base: '' }, { status: 422 });
}

function show(result: Extract<Result, { ok: true }>, files: Parameters<typeof packFiles>[0], refusals: Refusals) {
  const problems = problemsOf(refusals).map((problem) => ({ ...problem, field: null }));
  const page = { problems, preview: presentPreview(result), packed: packFiles(files), base: result.base };
  return data(page, { status: refusals.length > 0 ? 409 : 200 });
}

export const meta: MetaFunction = () => [{ title: pageTitle('Import framework documents') }];

export default function Import() {
  const { isDone, versions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer?.preview ?? null;
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Import' }]} />
      <ErrorSummary problems={answer?.problems ?? []} title={preview ? 'There is a problem' : 'Nothing was imported'} />
      <Page
        title={preview ? 'Check what will be imported' : 'Import framework documents'}
        lead={preview ? 'Nothing is stored until you confirm.' : 'You will see what they hold and what would change before anything is stored.'}
        facts={{ frameworkVersion: versions.join('; ') || undefined }}
      >
        {isDone && !answer && <Notice>The import is done. The versions above are in use now.</Notice>}
        {preview && answer ? (
          <ImportPreview preview={preview} packed={answer.packed} base={answer.base} />
        ) : (
          <ImportForm problems={answer?.problems ?? []} />
        )}
      </Page>
    </>
  );
}
