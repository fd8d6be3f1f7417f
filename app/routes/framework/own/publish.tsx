import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { previewOwnAdditions } from '#app/services/framework/own/preview-own-additions.server.ts';
import { publishOwnAdditions } from '#app/services/framework/own/publish-own-additions.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { OwnHeader } from './own-header.tsx';
import { ownLink } from './own-link.ts';
import { ownPlace } from './own-place.server.ts';
import { PublishChanges } from './publish-changes.tsx';
import { answerOwn } from './save-own.server.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const { context, view } = await ownPlace(request);
  const { frameworkKey, frameworkName, label, revision, rows, leaving, isWaiting, scale } = view;
  return {
    frameworkKey,
    frameworkName,
    label,
    revision,
    isWaiting,
    scale,
    waiting: rows.flatMap(({ sentence, state }) => (state === 'published' ? [] : [sentence])),
    leaving,
    conflicts: rows.reduce((count, row) => count + row.conflicts.length, 0),
    preview: isWaiting ? await previewOwnAdditions(context, frameworkKey) : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request.clone());
  const { context, view } = await ownPlace(request);
  const wanted = { frameworkKey: view.frameworkKey, revision: Number(typed(form, 'revision')) };
  return answerOwn(await publishOwnAdditions(context, wanted), view.frameworkKey, 'published', form);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Publish additions') }];

export default function PublishOwn() {
  const { frameworkKey, frameworkName, label, revision, isWaiting, waiting, leaving, conflicts, preview, scale } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <OwnHeader frameworkKey={frameworkKey} page="Publish" />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page title="Publish your additions" lead="What changes in what is expected, and for how many people." facts={{ frameworkVersion: `${frameworkName}, ${label}` }}>
        {!isWaiting || preview === null ? (
          <EmptyState title="Nothing to publish" action={{ to: ownLink(frameworkKey, 'add'), label: 'Add to the framework' }}>
            <p>The framework has all of your additions already.</p>
          </EmptyState>
        ) : (
          <>
            <PublishChanges waiting={waiting} leaving={leaving} preview={preview} scale={scale} />
            {conflicts > 0 && (
              <p className="mb-step max-w-prose">
                {conflicts === 1 ? 'One thing clashes' : `${conflicts} things clash`} with the release.{' '}
                <TextLink to={ownLink(frameworkKey)}>Look at {conflicts === 1 ? 'it' : 'them'} first</TextLink>.
              </p>
            )}
            <p className="mb-step max-w-prose">
              Recorded levels stay as they are; only what is expected changes. The release itself is kept as it came, and you can take
              your additions away again.
            </p>
            <Form method="post" className="flex flex-wrap items-center gap-step">
              <input type="hidden" name="revision" value={revision} />
              <Button>Publish</Button>
              <TextLink to={ownLink(frameworkKey)}>Not now</TextLink>
            </Form>
          </>
        )}
      </Page>
    </>
  );
}
