import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { changeGrants } from '#app/services/members/change-grants.server.ts';
import { readGrantOptions } from '#app/services/members/read-grant-options.server.ts';
import { readMember } from '#app/services/members/read-member.server.ts';
import { restoreMember } from '#app/services/members/restore-member.server.ts';
import { suspendMember } from '#app/services/members/suspend-member.server.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { GrantFields } from './grant-fields.tsx';
import { grantRowsOf, readGrantRows } from './grant-rows.ts';
import { MemberState } from './member-state.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'user' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { lastSignedInAt, grants, ...member } = await readMember(context, params.userId ?? '');
  authorise(context, 'manage-access', { userId: member.userId });
  return {
    frame: settingsFrame(context.viewer, 'users'),
    member: { ...member, lastSignedInOn: lastSignedInAt && todayOf({ now: lastSignedInAt }) },
    seen: grants.map(({ id }) => id).join(' '),
    rows: grantRowsOf(grants),
    options: await readGrantOptions(context),
  };
}

/** Everything that can be done to a user here, by the button that was pressed. */
async function act(context: Context, userId: string, form: FormData): Promise<{ outcome: Outcome<null>; notice: string }> {
  const intent = typed(form, 'intent');
  if (intent === 'suspend') return { outcome: await suspendMember(context, userId), notice: 'suspended' };
  if (intent === 'restore') return { outcome: await restoreMember(context, userId), notice: 'restored' };
  const { wanted } = readGrantRows(form);
  const seenIds = typed(form, 'seen').split(' ').filter((id) => id !== '');
  // What is wrong with a row is said to those alone who may change it.
  const outcome = await changeGrants(context, userId, { grants: wanted.ok ? wanted.value : wanted, seenIds });
  return { outcome, notice: 'grants-changed' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = await readForm(request);
  const { outcome, notice } = await act(context, params.userId ?? '', form);
  if (outcome.ok) return redirect(`/settings/users?notice=${notice}`);
  const { problem } = outcome;
  return data({ problems: [problem], rows: readGrantRows(form).rows }, { status: problem.field === null ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found?.member.name) }];

/** Keeping somebody out for a while, or for good. */
function WayOut({ userId, state }: { userId: string; state: 'active' | 'suspended' | 'left' }) {
  return (
    <section className="max-w-prose border-t border-line pt-step">
      <h2 className="mb-snug text-heading-m font-heading">{state === 'suspended' ? 'Let them in again' : 'Keep them out'}</h2>
      <Form method="post">
        {state === 'suspended' ? (
          <>
            <p className="mb-4">They have the grants they had.</p>
            <Button look="secondary" name="intent" value="restore">
              Let them in again
            </Button>
          </>
        ) : (
          <>
            <p className="mb-4">A suspended user is signed out at once and cannot come in until you let them. What they recorded stays.</p>
            <Button look="warning" name="intent" value="suspend">
              Suspend
            </Button>
          </>
        )}
      </Form>
      <p className="mt-step">
        <TextLink to={`/settings/users/${userId}/remove`}>Remove them from the organisation</TextLink>
      </p>
    </section>
  );
}

export default function User() {
  const { frame, member, seen, rows, options } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const { userId, name, email, personName, state, hasSecondFactor, lastSignedInOn } = member;
  return (
    <>
      <SettingsHeader frame={frame} title={name} />
      <ErrorSummary problems={problems} />
      <Page title={name}>
        <DefinitionList
          items={[
            { term: 'E-mail address', detail: <span className="break-words">{email}</span> },
            { term: 'State', detail: <MemberState state={state} /> },
            { term: 'Member of staff', detail: personName ?? 'No staff record is linked' },
            { term: 'Second factor', detail: hasSecondFactor ? 'Yes' : 'No' },
            { term: 'Last signed in', detail: lastSignedInOn ? formatDate(lastSignedInOn) : 'Never' },
          ]}
        />
        <Form method="post" noValidate className="mb-part">
          <input type="hidden" name="seen" value={seen} />
          <GrantFields options={options} rows={refused?.rows ?? rows} problems={problems} />
          <Button name="intent" value="grants">
            Save what they may do
          </Button>
        </Form>
        <WayOut userId={userId} state={state} />
      </Page>
    </>
  );
}
