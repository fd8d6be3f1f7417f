import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { beginPasskeySignIn } from '#app/services/credentials/begin-passkey-sign-in.server.ts';
import { readUnfinished } from '#app/services/credentials/read-unfinished.server.ts';
import { answerInit } from './answer-init.ts';

/** Answers the sign-in pages what to ask a passkey, in JSON. */
export const handle = { access: 'public' satisfies RouteAccess };

/** There is nothing to look at. */
export function loader() {
  throw redirect('/sign-in');
}

export async function action({ request }: ActionFunctionArgs) {
  const isSecond = typed(await readForm(request), 'as') === 'second-factor';
  const unfinished = isSecond ? await readUnfinished(request) : null;
  if (isSecond && !unfinished) return Response.json({ problem: { field: null, message: 'That took too long. Sign in again' } }, { status: 422 });
  const begun = await beginPasskeySignIn(unfinished?.userId ?? null);
  if (!begun.ok) return Response.json({ problem: begun.problem }, answerInit(begun));
  const { options, cookie } = begun.value;
  return Response.json({ options }, { headers: { 'Set-Cookie': cookie } });
}
