import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { requireTurn } from '#app/platform/throttle/require-turn.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readImports } from '#app/services/imports/read-imports.server.ts';
import { requireImporter } from '#app/services/imports/require-importer.server.ts';
import { startImport } from '#app/services/imports/start-import.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { ImportList } from './import-list.tsx';
import { stateInWords } from './state-in-words.ts';
import { UploadForm } from './upload-form.tsx';

export const handle = { access: { action: 'import-people', subject: 'anywhere' } satisfies RouteAccess };

const notices: Record<string, string> = { discarded: 'The import is thrown away, with its rows. Nothing of it was brought in.' };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const imports = await readImports(context);
  return {
    notice: noticeIn(notices, request),
    mayImportAssessments: mayBeAnywhere(context.viewer, 'import-assessments'),
    imports: imports.map((one) => ({ id: one.id, name: one.fileName, kind: one.kind === 'people' ? 'People' : 'Assessments', handedIn: momentInWords(one.createdAt), state: stateInWords(one) })),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  requireImporter(context);
  // Reading files in is the dearest thing that can be asked for: what is refused counts too.
  await requireTurn('import', { user: context.viewer.userId ?? '' });
  const form = await readForm(request);
  const chosen = typed(form, 'kind');
  const kind = chosen === 'people' || chosen === 'assessments' ? chosen : null;
  const outcome = await startImport(context, await uploadedFile(form), kind);
  if (!outcome.ok) return data({ problems: [outcome.problem], kind: chosen }, { status: 422 });
  return redirect(`/imports/${outcome.value.importId}`);
}

async function uploadedFile(form: FormData) {
  const given = form.get('file');
  if (given === null || typeof given === 'string') return null;
  return { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Bring your spreadsheet') }];

export default function Imports() {
  const { notice, imports, mayImportAssessments } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Teams', to: '/teams' }, { label: 'Imports' }]} />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      <ErrorSummary problems={problems} title="Nothing was read" />
      <Page title="Bring your spreadsheet" lead="You see what would become of every row before anything is stored: all rows come in, or none.">
        <UploadForm problems={problems} kind={refused?.kind ?? ''} mayImportAssessments={mayImportAssessments} />
        {imports.length > 0 && <ImportList imports={imports} />}
      </Page>
    </>
  );
}
