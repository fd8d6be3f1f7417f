import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { addTeam } from '#app/services/people/add-team.server.ts';
import { readTeamForm } from '#app/services/people/read-team-form.server.ts';
import { teamInput } from '#app/services/people/team-input.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TeamForm } from './team-form.tsx';

export const handle = { access: { action: 'write-teams', subject: 'anywhere' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { parents, mayBeTop } = await readTeamForm(context, null);
  return { parents, mayBeTop, parentId: new URL(request.url).searchParams.get('parent') ?? undefined };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const form = Object.fromEntries(await request.formData());
  const typed = { name: String(form.name ?? ''), parentId: String(form.parentId ?? '') };
  const parsed = teamInput.safeParse(form);
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed }, { status: 422 });
  const outcome = await addTeam(context, parsed.data);
  if (!outcome.ok) return data({ problems: [outcome.problem], typed }, { status: 422 });
  return redirect(`/teams/${outcome.value.teamId}/people`);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Add a team') }];

export default function NewTeam() {
  const { parents, mayBeTop, parentId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Teams', to: '/teams' }, { label: 'Add a team' }]} />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page title="Add a team">
        <TeamForm
          parents={parents}
          mayBeTop={mayBeTop}
          problems={refused?.problems ?? []}
          values={refused?.typed ?? { parentId }}
          submit="Add team"
        />
      </Page>
    </>
  );
}
