import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { readSettings } from '#app/services/organisation/read-settings.server.ts';
import { saveSettings } from '#app/services/organisation/save-settings.server.ts';
import { settingsInput } from '#app/services/organisation/settings-input.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-settings', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = { saved: 'The settings are saved.' };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return {
    frame: settingsFrame(context.viewer, 'organisation'),
    notice: noticeIn(notices, request),
    settings: await readSettings(context),
  };
}

const formInput = settingsInput.extend({ revision: z.coerce.number().int() });

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  // Whoever may not manage the settings is told so before what they typed is looked at.
  await readSettings(context);
  const form = await readForm(request);
  const parsed = formInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await saveSettings(context, parsed.data);
  if (outcome.ok) return redirect('/settings/organisation?notice=saved');
  return data({ problems: [outcome.problem], typed: typedText(form) }, { status: 409 });
}

export const meta: MetaFunction = () => [{ title: pageTitle('Organisation') }];

function secondFactorWords(users: number, without: number): string {
  if (without === 0) return `All ${users} users have one of their own already.`;
  return `${without} of ${users} users ${without === 1 ? 'has' : 'have'} none of their own yet.`;
}

export default function OrganisationSettings() {
  const { frame, notice, settings } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const typed: Record<string, string> | undefined = refused?.typed;
  return (
    <>
      <SettingsHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      <Page title="Organisation" lead="What your organisation is called, and what holds for everybody in it.">
        <Form method="post" noValidate>
          <input type="hidden" name="revision" value={settings.revision} />
          <TextField
            name="name"
            label="Name of the organisation"
            hint="Stands at the top of every page and in mails."
            defaultValue={typed?.name ?? settings.name}
            error={problemAt(problems, 'name')}
            required
          />
          <TextField
            name="reviewPeriodDays"
            label="Review period, in days"
            hint="An agreed level that is older counts as out of date. From 30 to 1825; a year is 365."
            inputMode="numeric"
            width="short"
            defaultValue={typed?.reviewPeriodDays ?? String(settings.reviewPeriodDays)}
            error={problemAt(problems, 'reviewPeriodDays')}
            required
          />
          <CheckboxField
            name="secondFactorRequired"
            label="Everybody must show a second factor"
            hint={
              <>
                However they sign in. Who has shown none is led to a page that sets one up, and sees nothing else before that; you
                too. {secondFactorWords(settings.users, settings.usersWithoutSecondFactor)}
              </>
            }
            defaultChecked={typed ? typed.secondFactorRequired === 'on' : settings.secondFactorRequired}
            error={problemAt(problems, 'secondFactorRequired')}
          />
          <Button>Save</Button>
        </Form>
      </Page>
    </>
  );
}
