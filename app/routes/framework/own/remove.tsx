import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { applyOwnAdditions } from '#app/domain/framework/own/apply-own-additions.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { removeOwnAddition } from '#app/services/framework/own/remove-own-addition.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { OwnHeader } from './own-header.tsx';
import { ownLink } from './own-link.ts';
import { ownPlace } from './own-place.server.ts';
import { answerOwn } from './save-own.server.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const { view, search } = await ownPlace(request);
  const { frameworkKey, frameworkName, revision, rows, released } = view;
  const additionId = search.get('addition');
  if (additionId === null) throw redirect(ownLink(frameworkKey));
  const row = rows.find(({ addition }) => addition.id === additionId);
  if (row === undefined) throw notFound();
  const left = rows.flatMap(({ addition }) => (addition.id === additionId ? [] : [addition]));
  const before = new Set(rows.flatMap(({ conflicts }) => conflicts.map(({ message }) => message)));
  const comes = applyOwnAdditions(released, left).conflicts.map(({ message }) => message);
  return { frameworkKey, frameworkName, revision, additionId, sentence: row.sentence, state: row.state, comes: comes.filter((message) => !before.has(message)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request.clone());
  const { context, view } = await ownPlace(request);
  const wanted = { frameworkKey: view.frameworkKey, revision: Number(typed(form, 'revision')), additionId: typed(form, 'addition') };
  return answerOwn(await removeOwnAddition(context, wanted), view.frameworkKey, 'removed', form);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Remove an addition') }];

export default function RemoveOwn() {
  const { frameworkKey, frameworkName, revision, additionId, sentence, state, comes } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <OwnHeader frameworkKey={frameworkKey} page="Remove" />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page title="Remove an addition" facts={{ frameworkVersion: frameworkName }}>
        <p className="mb-step max-w-prose border-l-4 border-line pl-step wrap-anywhere">{sentence}</p>
        <p className="mb-step max-w-prose">
          {state === 'waiting'
            ? 'It was never published, so the framework stays as it is.'
            : 'The framework goes without it once you publish your additions. What was recorded about people stays in their history.'}
        </p>
        {comes.length > 0 && (
          <>
            <p className="mb-close max-w-prose">Other additions stand on it:</p>
            <ul className="mb-step grid max-w-prose list-disc gap-close pl-step wrap-anywhere">
              {comes.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </>
        )}
        <Form method="post" className="flex flex-wrap items-center gap-step">
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="addition" value={additionId} />
          <Button look="warning">Remove it</Button>
          <TextLink to={ownLink(frameworkKey)}>Keep it</TextLink>
        </Form>
      </Page>
    </>
  );
}
