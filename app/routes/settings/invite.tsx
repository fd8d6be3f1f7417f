import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { readGrantOptions } from '#app/services/members/read-grant-options.server.ts';
import { readPeopleWithoutUser } from '#app/services/members/read-people-without-user.server.ts';
import { sendInvitation } from '#app/services/members/send-invitation.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { GrantFields } from './grant-fields.tsx';
import { type GrantRow, readGrantRows } from './grant-rows.ts';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'organisation' } satisfies RouteAccess };
export const headers = keepRetryAfter;

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const options = await readGrantOptions(context);
  const people = await readPeopleWithoutUser(context);
  return { frame: settingsFrame(context.viewer, 'users'), options, people };
}

interface Kept {
  name: string;
  email: string;
  personId: string;
  rows: GrantRow[];
}

const refuse = (problem: Problem, kept: Kept) => data({ problems: [problem], kept }, { status: 422 });

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await readForm(request);
  const { rows, wanted } = readGrantRows(form);
  const kept: Kept = { name: typed(form, 'name'), email: typed(form, 'email'), personId: typed(form, 'personId'), rows };
  const { name, email } = kept;
  const personId = kept.personId === '' ? null : kept.personId;
  // Nobody who may not is told what is wrong with the form.
  authorise(context, 'manage-access');
  if (!wanted.ok) return refuse(wanted.problem, kept);
  const outcome = await sendInvitation(context, { name, email, personId, grants: wanted.value });
  return outcome.ok ? redirect('/settings/invitations?notice=sent') : refuse(outcome.problem, kept);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Invite somebody') }];

export default function Invite() {
  const { frame, options, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const kept = refused?.kept;
  return (
    <>
      <SettingsHeader frame={frame} title="Invite somebody" />
      <ErrorSummary problems={problems} />
      <Page title="Invite somebody" lead="They get a mail with a link that works once, for seven days.">
        <Form method="post" noValidate>
          <TextField name="name" label="Their name" autoComplete="off" width="half" defaultValue={kept?.name} error={problemAt(problems, 'name')} />
          <TextField
            name="email"
            type="email"
            label="Their e-mail address"
            hint="They will sign in with it."
            autoComplete="off"
            spellCheck={false}
            width="half"
            defaultValue={kept?.email}
            error={problemAt(problems, 'email')}
          />
          <SelectField
            name="personId"
            label="Which person of the organisation they are"
            hint="They can then see their own record and assess themselves. People who have a user already are not in the list."
            options={people.map(({ id, name, email }) => ({ value: id, label: email === null ? name : `${name} (${email})` }))}
            prompt="None of them"
            defaultValue={kept?.personId}
            error={problemAt(problems, 'personId')}
          />
          <GrantFields options={options} rows={kept?.rows ?? []} problems={problems} />
          <Button>Send the invitation</Button>
        </Form>
      </Page>
    </>
  );
}
