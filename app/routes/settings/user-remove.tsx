import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readMember } from '#app/services/members/read-member.server.ts';
import { removeMember } from '#app/services/members/remove-member.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { settingsFrame, SettingsHeader } from './settings-header.tsx';

export const handle = { access: { action: 'manage-access', subject: 'user' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { userId, name } = await readMember(context, params.userId ?? '');
  authorise(context, 'manage-access', { userId });
  return { frame: settingsFrame(context.viewer, 'users'), userId, name, organisationName: context.viewer.organisationName };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const outcome = await removeMember(context, params.userId ?? '');
  if (outcome.ok) return redirect('/settings/users?notice=removed');
  return data({ problems: [outcome.problem] }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Remove ${found.name}` : undefined) }];

export default function RemoveUser() {
  const { frame, userId, name, organisationName } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <SettingsHeader frame={frame} title={`Remove ${name}`} />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page title={`Remove ${name} from ${organisationName}?`}>
        <ul className="mb-step max-w-prose list-disc pl-step">
          <li>They can no longer come in, and are signed out at once.</li>
          <li>Their grants go. To have them back, invite them again.</li>
          <li>What they recorded stays, under their name.</li>
          <li>The record of them as a member of staff, if there is one, stays as it is.</li>
        </ul>
        <Form method="post" className="flex flex-wrap items-center gap-x-step gap-y-close">
          <Button look="warning">Remove the user</Button>
          <TextLink to={`/settings/users/${userId}`}>Keep them</TextLink>
        </Form>
      </Page>
    </>
  );
}
