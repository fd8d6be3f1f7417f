import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import type { ProvenIdentity } from '#app/platform/oidc/finish-authorization.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { forgetFlow } from '#app/platform/session/sign-in-flow.server.ts';
import { acceptInvitation } from '#app/services/members/accept-invitation.server.ts';
import { readInvitation } from '#app/services/members/read-invitation.server.ts';
import { linkIdentity } from '#app/services/single-sign-on/link-identity.server.ts';
import { proveIdentity } from '#app/services/single-sign-on/prove-identity.server.ts';
import { signInWithIdentity } from '#app/services/single-sign-on/sign-in-with-identity.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { afterSignIn } from './after-sign-in.ts';

export const handle = { access: 'public' satisfies RouteAccess };

export const meta: MetaFunction = () => [{ title: pageTitle('Sign in through your organisation') }];

/** Whom the provider knows accepts the invitation that they set out with. Null once they have. */
async function accept(request: Request, token: string, source: string, { issuer, subject, name }: ProvenIdentity): Promise<string | null> {
  const invited = await readInvitation(request, { token, source });
  const account = { kind: 'external' as const, issuer, subject, name: name || (invited?.name ?? '') };
  const answer = await acceptInvitation({ token, source, account });
  return answer.ok ? null : answer.problem.message;
}

/** The page that linking began on asks who is signed in, and is where they come back to. */
const linkPage = (request: Request) => new Request(new URL('/account/single-sign-on', request.url), { headers: request.headers });

/** Where an organisation's provider sends the browser back to. The address holds a code, so every answer leads away from it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const source = context.sourceAddress;
  const headers = { 'Set-Cookie': forgetFlow('single-sign-on') };
  const backWith = (refused: string) => redirect(`/sign-in/organisation?${new URLSearchParams({ refused, at: slug })}`, { headers });
  const proof = await proveIdentity(request, { slug, source });
  if (!proof.ok) {
    return proof.purpose === 'link' ? redirect(`/account/single-sign-on?refused=${proof.refusal}`, { headers }) : backWith(proof.refusal);
  }
  const { memory, identity } = proof;
  if (memory.purpose === 'link') {
    const linked = await linkIdentity(await requireContext(linkPage(request)), memory, identity);
    return redirect(`/account/single-sign-on?${linked.ok ? 'notice=linked' : `refused=${linked.refusal}`}`, { headers });
  }
  if (memory.invitationToken !== null) {
    const message = await accept(request, memory.invitationToken, source, identity);
    if (message !== null) return data({ message }, { status: 422, headers });
  }
  const signedIn = await signInWithIdentity(request, memory.organisationId, identity);
  if (!signedIn.ok) return backWith(signedIn.refusal);
  const answer = afterSignIn(signedIn, memory.returnTo);
  answer.headers.append('Set-Cookie', headers['Set-Cookie']);
  return answer;
}

/** What stands against accepting the invitation: everything else is said on the page that it leads back to. */
export default function SignInCallback() {
  const { message } = useLoaderData<typeof loader>();
  return (
    <>
      <ErrorSummary problems={[{ field: null, message }]} title="The invitation was not accepted" />
      <Page title="Sign in through your organisation">
        <p>
          <TextLink to="/sign-in">Sign in with your e-mail address instead</TextLink>
        </p>
      </Page>
    </>
  );
}
