import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { notFound, tooManyRequests } from '#app/platform/responses.server.ts';
import { beginSingleSignOn } from '#app/services/single-sign-on/begin-single-sign-on.server.ts';

export const handle = { access: 'public' satisfies RouteAccess };

/**
 * Leads to the organisation's provider. A link comes here and no form: the answer leads to another site, to
 * which our pages let no form lead.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const asked = new URL(request.url).searchParams;
  const returnTo = asked.get('returnTo') ?? '/';
  const invitation = asked.get('invitation');
  const begun = await beginSingleSignOn({ slug, returnTo, invitationToken: invitation, source: context.sourceAddress });
  if (begun.ok) return redirect(begun.url, { headers: { 'Set-Cookie': begun.cookie } });
  if (begun.reason === 'throttled') throw tooManyRequests(begun.retryAfterSeconds);
  if (begun.reason === 'unknown') throw notFound();
  return redirect(`/sign-in/organisation/${slug}?${new URLSearchParams({ ...(invitation ? { invitation } : {}), returnTo, unavailable: '' })}`);
}

/** Never drawn: there for the frame of what is thrown. */
export default function SignInOrganisationContinue() {
  return null;
}
