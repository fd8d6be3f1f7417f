import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { describeGrant } from '#app/domain/access/describe-grant.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { changeName } from '#app/services/accounts/change-name.server.ts';
import { readAccount } from '#app/services/accounts/read-account.server.ts';
import { readOrganisations } from '#app/services/accounts/read-organisations.server.ts';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { accountFrame, AccountHeader } from './account-header.tsx';
import { OrganisationList } from './organisation-list.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export const meta: MetaFunction = () => [{ title: pageTitle('Your account') }];

const notices: Record<string, string> = { 'name-changed': 'Your name is changed, in every organisation that you belong to.' };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { grants, ...account } = await readAccount(context);
  return {
    frame: accountFrame(context.viewer, 'overview'),
    notice: noticeIn(notices, request),
    account,
    grants: [...new Set(grants.map(describeGrant))],
    organisations: await readOrganisations(context),
    isBound: context.viewer.session?.isBound ?? true,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const name = typed(await readForm(request), 'name');
  const outcome = await changeName(context, { name });
  if (outcome.ok) return redirect('/account?notice=name-changed');
  return data({ name, problem: outcome.problem }, { status: 422 });
}

/** What one may do here, one a line. */
function Grants({ grants, personName }: { grants: readonly string[]; personName: string | null }) {
  const all = personName === null ? grants : [...grants, `Own record of ${personName}`];
  if (all.length === 0) return <>Nothing yet. Ask the administrator of your organisation.</>;
  return (
    <ul>
      {all.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

export default function Account() {
  const { frame, notice, account, grants, organisations, isBound } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <AccountHeader frame={frame} />
      <ErrorSummary problems={refused ? [refused.problem] : []} />
      {notice && !refused && <Notice>{notice}</Notice>}
      <Page title="Your account">
        <DefinitionList
          items={[
            { term: 'Name', detail: account.name },
            { term: 'E-mail address', detail: <span className="break-words">{account.email}</span> },
            { term: 'What you may do here', detail: <Grants grants={grants} personName={account.personName} /> },
          ]}
        />
        <OrganisationList organisations={organisations} isBound={isBound} />
        {account.mayChangeName && (
          <section className="mb-part">
            <h2 className="mb-snug text-heading-m font-heading">Change your name</h2>
            <Form method="post" noValidate>
              <TextField
                name="name"
                label="Name"
                hint="What you record from now on carries this name."
                autoComplete="name"
                width="half"
                defaultValue={refused?.name ?? account.name}
                error={refused?.problem.field === 'name' ? refused.problem.message : null}
              />
              <Button>Save the name</Button>
            </Form>
          </section>
        )}
      </Page>
    </>
  );
}
