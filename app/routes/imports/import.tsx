import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { readImport } from '#app/services/imports/read-import.server.ts';
import { requireImporter } from '#app/services/imports/require-importer.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { actOnImport } from './act-on-import.server.ts';
import { BringIn } from './bring-in.tsx';
import { FateTable } from './fate-table.tsx';
import { ImportProgress } from './import-progress.tsx';
import { MappingForm } from './mapping-form.tsx';
import { presentPreview } from './present-preview.ts';
import { isFate } from './fate-words.ts';
import { stateInWords } from './state-in-words.ts';

export const handle = { access: { action: 'import-people', subject: 'anywhere' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = { saved: 'What you said of the spreadsheet is saved. Below is what would become of its rows now.' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = new URL(request.url).searchParams;
  const fate = asked.get('fate') ?? '';
  const page = Number(asked.get('page') ?? '1');
  const wanted = { fate: isFate(fate) ? fate : null, page: Number.isSafeInteger(page) ? page : 1 };
  const found = await readImport(context, params.importId ?? '', wanted);
  const { id, fileName, format, kind, state, refusal, revision, progress, appliedAt } = found;
  return {
    id,
    fileName,
    format,
    kind,
    state,
    refusal,
    revision,
    progress,
    brought: appliedAt && momentInWords(appliedAt),
    stands: stateInWords(found),
    preview: found.preview && presentPreview(found.preview, wanted.fate),
    notice: noticeIn(notices, request),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  requireImporter(context);
  const outcome = await actOnImport(context, params.importId ?? '', await readForm(request));
  if (outcome.ok) return redirect(outcome.place);
  return data({ problems: outcome.problems }, { status: outcome.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found && `Import of ${found.fileName}`) }];

export default function Import() {
  const { id, fileName, format, kind, state, refusal, revision, progress, brought, stands, preview, notice } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Imports', to: '/imports' }, { label: fileName }]} />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      <ErrorSummary problems={problems} title="Nothing was changed" />
      <Page title={<span className="[overflow-wrap:anywhere]">{`Import of ${fileName}`}</span>} lead={preview ? preview.lead : stands}>
        {(state === 'reading' || state === 'applying') && <ImportProgress state={state} {...progress} />}
        {preview && (
          <>
            {refusal !== null && <Notice kind="information">{refusal}</Notice>}
            <BringIn preview={preview} revision={revision} id={id} format={format} kind={kind} />
            <MappingForm key={revision} preview={preview} revision={revision} problems={problems} />
            <FateTable preview={preview} />
          </>
        )}
        {state === 'applied' && (
          <p className="mb-step max-w-prose">
            Brought in on {brought}. Its rows are kept no longer; what came of them stands with the people. <TextLink to="/teams">Go to the teams</TextLink>
          </p>
        )}
        {(state === 'refused' || state === 'discarded') && (
          <p className="mb-step max-w-prose">
            <TextLink to="/imports">Hand in a spreadsheet</TextLink>
          </p>
        )}
      </Page>
    </>
  );
}
