import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { identityProviderInput } from '#app/services/single-sign-on/identity-provider-input.ts';
import { readIdentityProvider } from '#app/services/single-sign-on/read-identity-provider.server.ts';
import { saveIdentityProvider } from '#app/services/single-sign-on/save-identity-provider.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { ProviderSteps } from './provider-steps.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export const meta: MetaFunction = () => [{ title: pageTitle('Single sign-on') }];

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const settings = await readIdentityProvider(context);
  const isSaved = new URL(request.url).searchParams.get('notice') === 'saved';
  return { frame: settingsFrame(context.viewer, 'single-sign-on'), ...settings, isSaved };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'manage-access');
  const form = await readForm(request);
  // The secret is not among what is shown again.
  const kept = {
    issuer: typed(form, 'issuer'),
    clientId: typed(form, 'clientId'),
    label: typed(form, 'label'),
    enabled: form.get('enabled') === 'on',
    asksSecondFactor: form.get('asksSecondFactor') === 'on',
  };
  const parsed = identityProviderInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), kept }, { status: 422 });
  const outcome = await saveIdentityProvider(context, parsed.data);
  if (outcome.ok) return redirect('/settings/single-sign-on?notice=saved');
  return data({ problems: [outcome.problem], kept }, { status: outcome.problem.field === null ? 409 : 422 });
}

const vouching = (
  <span className="block max-w-prose">
    Tick it only if you vouch for that, for example because a conditional access policy holds for everybody who signs in here: it cannot be checked from
    here. Each sign-in through the provider then counts as one with a second factor, whatever the provider says of it. Unticking it ends the sessions that
    were begun through the provider.
  </span>
);

const linkedWords = (count: number): string =>
  count === 0 ? 'No member has linked who they are there yet.' : `${count} ${count === 1 ? 'member has' : 'members have'} linked who they are there.`;

export default function SingleSignOnSettings() {
  const { frame, provider, linkedCount, isSaved, ...addresses } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const values = refused?.kept ?? provider;
  const confirmation = problemAt(problems, 'confirmIssuer');
  return (
    <>
      <SettingsHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {isSaved && !refused && <Notice>The sign-in service is saved.</Notice>}
      <Page
        title="Single sign-on"
        lead={provider === null ? 'Let your members sign in with the account they have in your organisation, by OpenID Connect.' : `Single sign-on is switched ${provider.enabled ? 'on' : 'off'}. ${linkedWords(linkedCount)}`}
      >
        <ProviderSteps {...addresses} />
        {/* A new form once it is saved: the secret that was typed does not stay in it. */}
        <Form key={provider?.revision ?? 0} method="post" noValidate>
          <input type="hidden" name="revision" value={provider?.revision ?? 0} />
          <TextField
            name="issuer"
            label="Issuer"
            hint="The address that the provider signs its tokens with, sign for sign."
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            defaultValue={values?.issuer}
            error={problemAt(problems, 'issuer')}
          />
          {confirmation !== null && <CheckboxField name="confirmIssuer" label="Change the issuer all the same" error={confirmation} />}
          <TextField name="clientId" label="Client ID" autoComplete="off" spellCheck={false} defaultValue={values?.clientId} error={problemAt(problems, 'clientId')} />
          <TextField
            name="clientSecret"
            type="password"
            label="Client secret"
            hint={provider === null ? 'It is stored sealed and never shown again.' : 'Leave it empty to keep the one that is stored; it is never shown again.'}
            autoComplete="off"
            spellCheck={false}
            error={problemAt(problems, 'clientSecret')}
          />
          <TextField
            name="label"
            label="What your people call it"
            hint="It stands on the button: “Continue with …”"
            width="half"
            autoComplete="off"
            defaultValue={values?.label}
            error={problemAt(problems, 'label')}
          />
          <CheckboxField
            name="asksSecondFactor"
            label="Our provider asks everybody for a second factor itself"
            hint={vouching}
            defaultChecked={values?.asksSecondFactor}
          />
          <CheckboxField
            name="enabled"
            label="Switched on"
            hint="Switching it off, or naming another issuer, ends the sessions that were begun through it."
            defaultChecked={values?.enabled}
          />
          <Button>Save</Button>
        </Form>
      </Page>
    </>
  );
}
