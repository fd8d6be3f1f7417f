import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { editTeam } from '#app/services/people/edit-team.server.ts';
import { readTeamForm } from '#app/services/people/read-team-form.server.ts';
import { teamInput } from '#app/services/people/team-input.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TeamForm } from './team-form.tsx';
import { teamFrame } from './team-frame.ts';
import { TeamHeader } from './team-header.tsx';

export const handle = { access: { action: 'write-teams', subject: 'team' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { place, parents, mayBeTop, revision } = await readTeamForm(context, params.teamId ?? '');
  if (!place) throw notFound();
  return {
    frame: teamFrame(context.viewer, place, 'edit'),
    parents,
    mayBeTop,
    values: { name: place.name, parentId: place.parentId ?? '', revision },
  };
}

const editInput = teamInput.extend({ revision: z.coerce.number().int() });

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const teamId = params.teamId ?? '';
  const form = Object.fromEntries(await request.formData());
  const typed = { name: String(form.name ?? ''), parentId: String(form.parentId ?? '') };
  const parsed = editInput.safeParse(form);
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed }, { status: 422 });
  const outcome = await editTeam(context, teamId, parsed.data);
  if (outcome.ok) return redirect(`/teams/${teamId}/people`);
  return data({ problems: [outcome.problem], typed }, { status: outcome.problem.field === null ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `Change ${found.frame.name}` : undefined) },
];

export default function EditTeam() {
  const { frame, parents, mayBeTop, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <TeamHeader frame={frame} />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page title={`Change ${frame.name}`}>
        <TeamForm
          parents={parents}
          mayBeTop={mayBeTop}
          problems={refused?.problems ?? []}
          values={{ ...values, ...refused?.typed }}
          submit="Save"
        />
      </Page>
    </>
  );
}
