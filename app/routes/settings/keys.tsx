import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Problem } from '#app/platform/context.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { apiKeyInput } from '#app/services/accounts/api-key-input.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { readApiKeys } from '#app/services/organisation/read-api-keys.server.ts';
import { revokeApiKey } from '#app/services/organisation/revoke-api-key.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { KeyForm } from './key-form.tsx';
import { KeyTable, RevokedKeyTable } from './key-table.tsx';
import { MadeKey } from './made-key.tsx';
import { RevokeKey } from './revoke-key.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'organisation' } satisfies RouteAccess };

const notices: Record<string, string> = { revoked: 'The key is revoked. Whatever used it is refused from now on.' };

const dayOf = (moment: Date | null) => moment && todayOf({ now: moment });

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const search = new URL(request.url).searchParams;
  const keys = (await readApiKeys(context)).map(({ createdAt, lastUsedAt, revokedAt, ...key }) => ({
    ...key,
    madeOn: todayOf({ now: createdAt }),
    lastUsedOn: dayOf(lastUsedAt),
    revokedOn: dayOf(revokedAt),
  }));
  const inForce = keys.filter(({ revokedOn }) => revokedOn === null);
  return {
    frame: settingsFrame(context.viewer, 'keys'),
    notice: noticeIn(notices, request),
    origin: runtime().origin,
    mayMake: isPermitted(context.viewer, 'make-key'),
    inForce,
    revoked: keys.filter(({ revokedOn }) => revokedOn !== null),
    /** The key whose revoking is to be confirmed. */
    toRevoke: inForce.find(({ id }) => id === search.get('revoke')) ?? null,
  };
}

const answer = (problems: Problem[], values: { name: string; access: string }) => ({ problems, values, made: null });

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'manage-access');
  const form = await readForm(request);
  const keyId = typed(form, 'revoke');
  if (keyId !== '') {
    await revokeApiKey(context, keyId);
    throw redirect('/settings/keys?notice=revoked');
  }
  authorise(context, 'make-key');
  const values = { name: typed(form, 'name'), access: typed(form, 'access') };
  const parsed = apiKeyInput.safeParse(values);
  if (!parsed.success) return data(answer(formProblems(parsed.error), values), { status: 422 });
  const { key } = await createApiKey(context, parsed.data);
  // The key is stored nowhere, so that this answer, and no redirect, has to show it.
  return data({ problems: [], values: { name: '', access: '' }, made: { name: parsed.data.name, secret: key } });
}

export const meta: MetaFunction = () => [{ title: pageTitle('API keys') }];

export default function Keys() {
  const { frame, notice, origin, mayMake, inForce, revoked, toRevoke } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problems = sent?.problems ?? [];
  const made = sent?.made ?? null;
  return (
    <>
      <SettingsHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {notice && !sent && <Notice>{notice}</Notice>}
      <Page title="API keys" lead="With a key, another program reads or records the data of this organisation.">
        {made && <MadeKey {...made} origin={origin} />}
        {toRevoke && !sent && <RevokeKey {...toRevoke} />}
        {inForce.length === 0 ? (
          <EmptyState title="No key is in force">
            <p>Each program that is to have access gets a key of its own, so that each can be revoked by itself.</p>
          </EmptyState>
        ) : (
          <KeyTable keys={inForce} />
        )}
        {mayMake ? (
          <KeyForm key={made?.secret} problems={problems} values={sent?.values ?? { name: '', access: '' }} />
        ) : (
          <Notice kind="information">
            A key reads everybody’s ratings, and you see none. Somebody who is an administrator and leads the whole organisation can make one
            here; whoever runs the service can with <code>npm run api-key</code>.
          </Notice>
        )}
        {revoked.length > 0 && <RevokedKeyTable keys={revoked} />}
      </Page>
    </>
  );
}
