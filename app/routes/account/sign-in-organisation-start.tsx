import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readSignInProvider } from '#app/services/single-sign-on/read-sign-in-provider.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';

export const handle = { access: 'public' satisfies RouteAccess };

export const meta: MetaFunction = () => [{ title: pageTitle('Sign in through your organisation') }];

/** Asks nobody outside and remembers nothing: that is for whoever follows the link. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const provider = await readSignInProvider(params.slug ?? '');
  if (!provider) throw notFound();
  const asked = new URL(request.url).searchParams;
  const query = new URLSearchParams();
  const returnTo = safeReturnPath(asked.get('returnTo'));
  const invitation = asked.get('invitation');
  if (returnTo !== '/') query.set('returnTo', returnTo);
  if (invitation) query.set('invitation', invitation);
  return {
    label: provider.label,
    accepts: Boolean(invitation),
    next: `/sign-in/organisation/${provider.slug}/continue${query.size > 0 ? `?${query}` : ''}`,
    isUnavailable: asked.has('unavailable'),
  };
}

const unavailable = {
  field: null,
  message: 'Your organisation’s sign-in service does not answer as it should. Try again in a few minutes, or tell your administrator',
};

export default function SignInOrganisationStart() {
  const { label, accepts, next, isUnavailable } = useLoaderData<typeof loader>();
  const purpose = accepts ? 'accept the invitation' : 'sign in';
  return (
    <>
      <ErrorSummary problems={isUnavailable ? [unavailable] : []} />
      <Page title="Sign in through your organisation" lead={<span className="break-words">You leave this site to {purpose} with {label}, and come back afterwards.</span>}>
        <p className="my-part">
          <ButtonLink to={next} reloadDocument>
            Continue with {label}
          </ButtonLink>
        </p>
        <p>
          <TextLink to="/sign-in">Sign in with your e-mail address instead</TextLink>
        </p>
      </Page>
    </>
  );
}
