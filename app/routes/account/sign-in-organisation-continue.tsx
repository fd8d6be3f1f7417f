import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { notFound, tooManyRequests } from '#app/platform/responses.server.ts';
import { beginSingleSignOn } from '#app/services/single-sign-on/begin-single-sign-on.server.ts';

export const handle = { access: 'public' satisfies RouteAccess };

/**
 * Whether a page of ours led here. Another site's link or picture would otherwise sign in whoever is signed in at
 * the provider, without a deed of theirs. Browsers that do not say where they come from are taken at their word.
 */
function isFromHere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin';
}

/** The page with the button that leads here. */
function startPath(slug: string, { invitation, ...asked }: { invitation: string | null; returnTo: string; unavailable?: string }): string {
  return `/sign-in/organisation/${encodeURIComponent(slug)}?${new URLSearchParams({ ...(invitation ? { invitation } : {}), ...asked })}`;
}

/**
 * Leads to the organisation's provider. A link comes here and no form: the answer leads to another site, to
 * which our pages let no form lead. Asked for from anywhere else, it leads to the page with that link.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const asked = new URL(request.url).searchParams;
  const returnTo = asked.get('returnTo') ?? '/';
  const invitation = asked.get('invitation');
  if (!isFromHere(request)) return redirect(startPath(slug, { invitation, returnTo }));
  const begun = await beginSingleSignOn({ slug, returnTo, invitationToken: invitation, source: context.sourceAddress });
  if (begun.ok) return redirect(begun.url, { headers: { 'Set-Cookie': begun.cookie } });
  if (begun.reason === 'throttled') throw tooManyRequests(begun.retryAfterSeconds);
  if (begun.reason === 'unknown') throw notFound();
  return redirect(startPath(slug, { invitation, returnTo, unavailable: '' }));
}

/** Never drawn: there for the frame of what is thrown. */
export default function SignInOrganisationContinue() {
  return null;
}
