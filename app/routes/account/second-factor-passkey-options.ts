import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { beginPasskeySignIn } from '#app/services/credentials/begin-passkey-sign-in.server.ts';
import { beginPasskey } from '#app/services/credentials/begin-passkey.server.ts';
import { answerInit } from './answer-init.ts';

/** Answers the pages of one's second factors what to ask a passkey, in JSON. */
export const handle = { access: 'signed-in' satisfies RouteAccess };

/** There is nothing to look at. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireContext(request, { secondFactor: true });
  throw redirect('/account/second-factor');
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request, { secondFactor: true });
  const form = await readForm(request);
  if (typed(form, 'as') === 'second-factor') {
    const asked = await beginPasskeySignIn(context.viewer.userId);
    if (!asked.ok) return Response.json({ problem: asked.problem }, answerInit(asked));
    const { options, cookie } = asked.value;
    return Response.json({ options }, { headers: { 'Set-Cookie': cookie } });
  }
  const begun = await beginPasskey(context, request, { name: typed(form, 'name'), password: typed(form, 'password') });
  if (!begun.ok) return Response.json({ problem: begun.problem }, answerInit(begun));
  const { options, cookie } = begun.value;
  return Response.json({ options }, { headers: { 'Set-Cookie': cookie } });
}
