import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { fillNotice } from '#app/domain/privacy/fill-notice.ts';
import { type NoticeKind, noticeKinds, noticeTitles } from '#app/domain/privacy/notice-kind.ts';
import { standardNotices } from '#app/domain/privacy/standard-notices.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { noticeInput } from '#app/services/organisation/notice-input.ts';
import { readNotices } from '#app/services/organisation/read-notices.server.ts';
import { saveNotice } from '#app/services/organisation/save-notice.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { NoticeText } from '#app/ui/notice-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-settings', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

function kindOf(wanted: string | undefined): NoticeKind {
  const kind = noticeKinds.find((known) => known === wanted);
  if (kind === undefined) throw notFound();
  return kind;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { notices, filled } = await readNotices(context);
  const kind = kindOf(params.noticeKind);
  const { body, revision, isStandard } = notices[kind];
  return { frame: settingsFrame(context.viewer, 'notices'), title: noticeTitles[kind], body, revision, isStandard, filled: filled[kind] };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const { facts } = await readNotices(context);
  const kind = kindOf(params.noticeKind);
  const form = await readForm(request);
  const isRestored = form.has('restore');
  if (isRestored) form.set('body', standardNotices[kind]);
  const parsed = noticeInput.safeParse(Object.fromEntries(form));
  const typed = typedText(form);
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed, preview: null }, { status: 422 });
  if (form.has('preview')) return data({ problems: [], typed, preview: fillNotice(parsed.data.body, facts) });
  const outcome = await saveNotice(context, kind, parsed.data);
  if (outcome.ok) return redirect('/settings/notices?notice=saved');
  return data({ problems: [outcome.problem], typed, preview: null }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found?.title) }];

export default function EditNotice() {
  const { frame, title, body, revision, isStandard, filled } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const problems = answered?.problems ?? [];
  const typed: Record<string, string> | undefined = answered?.typed;
  const preview = answered?.preview ?? null;
  return (
    <>
      <SettingsHeader frame={frame} title={title} />
      <ErrorSummary problems={problems} />
      <Page title={title} lead={isStandard ? 'This is the standard text. Make it yours before you rely on it.' : undefined}>
        <Details summary="How to write it">
          <ul className="grid list-disc gap-close pl-step">
            <li>An empty line begins a new paragraph.</li>
            <li>A line that begins with ## is a heading, one that begins with - is an entry of a list.</li>
            <li>[[Words in double square brackets]] are marked as still to be filled in.</li>
            <li>
              {'{organisation}'}, {'{purpose}'}, {'{lawful basis}'} and {'{how long}'} are replaced by what your settings say.
            </li>
          </ul>
        </Details>
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          <TextareaField
            name="body"
            label="Text"
            rows={20}
            defaultValue={typed?.body ?? body}
            error={problemAt(problems, 'body')}
          />
          <div className="mb-part flex flex-wrap gap-snug">
            <Button>Save</Button>
            <Button look="secondary" name="preview" value="on">
              Preview
            </Button>
            {!isStandard && (
              <Button look="warning" name="restore" value="on">
                Put the standard text back
              </Button>
            )}
          </div>
        </Form>
        <h2 className="mb-snug text-heading-m font-heading">{preview === null ? 'As it reads now' : 'Preview: not saved yet'}</h2>
        <div className="border-l-4 border-line pl-step">
          <NoticeText body={preview ?? filled} />
        </div>
      </Page>
    </>
  );
}
