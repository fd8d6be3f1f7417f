import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { describeRefusal } from '#app/services/single-sign-on/describe-refusal.server.ts';
import { readSignInProvider } from '#app/services/single-sign-on/read-sign-in-provider.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { onTheWay } from './on-the-way.ts';

export const handle = { access: 'public' satisfies RouteAccess };

export const meta: MetaFunction = () => [{ title: pageTitle('Sign in through your organisation') }];

const unknown = 'No organisation of this short name signs its people in this way. Check the name, or ask your administrator';

/** A form that asks and changes nothing, so it is sent as an address: no answer of it may lead to another site. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const returnTo = safeReturnPath(asked.get('returnTo'));
  const typed = asked.get('organisation');
  const refusal = describeRefusal(asked.get('refused'));
  if (typed === null) {
    return { returnTo, slug: asked.get('at') ?? '', title: 'You were not signed in', problem: refusal === null ? null : { field: null, message: refusal } };
  }
  const slug = typed.trim().toLowerCase();
  if (await readSignInProvider(slug)) {
    const query = returnTo === '/' ? '' : `?${new URLSearchParams({ returnTo })}`;
    throw redirect(`/sign-in/organisation/${slug}${query}`);
  }
  const message = slug === '' ? 'Enter the short name of your organisation' : unknown;
  return data({ returnTo, slug: typed, title: 'There is a problem', problem: { field: 'organisation', message } }, { status: 422 });
}

export default function SignInOrganisation() {
  const { returnTo, slug, title, problem } = useLoaderData<typeof loader>();
  return (
    <>
      <ErrorSummary problems={problem ? [problem] : []} title={title} />
      <Page title="Sign in through your organisation" lead="For members of organisations that have connected a sign-in service of their own.">
        <Form method="get" action="/sign-in/organisation" noValidate>
          {returnTo !== '/' && <input type="hidden" name="returnTo" value={returnTo} />}
          <TextField
            name="organisation"
            label="Short name of your organisation"
            hint="Your administrator can tell you. It looks like this: harbour-agency"
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            width="half"
            defaultValue={slug}
            error={problem?.field === 'organisation' ? problem.message : null}
          />
          <Button>Continue</Button>
        </Form>
        <p className="mt-part">
          <TextLink to={onTheWay('/sign-in', returnTo)}>Sign in with your e-mail address instead</TextLink>
        </p>
      </Page>
    </>
  );
}
