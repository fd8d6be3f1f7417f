import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { AccessSubject, Viewer } from '#app/domain/access/viewer.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { GridVoice } from '#app/domain/assessment/grid/team-grid.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { readGridTeam } from '#app/services/assessments/grid/read-grid-team.server.ts';
import { readTeamGrid } from '#app/services/assessments/grid/read-team-grid.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { teamFrame } from '#app/routes/teams/team-frame.ts';
import { ViewTabs } from '#app/routes/teams/heatmap/controls/view-tabs.tsx';
import { TeamHeader } from '#app/routes/teams/team-header.tsx';
import { actOnGrid } from './grid-acts.ts';
import { gridAddress } from './grid-address.ts';
import { saveGridForm } from './save-grid-form.ts';
import { TeamGridForm } from './team-grid-form.tsx';

export const handle = { access: { action: 'assess-agreed', subject: 'team' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const actions = { manager: 'assess-manager', agreed: 'assess-agreed' } as const;

/** Which voices the viewer has here; a moderator agrees and does not manage. */
const voicesOf = (viewer: Viewer, subject: AccessSubject): GridVoice[] => (['manager', 'agreed'] as const).filter((voice) => isPermitted(viewer, actions[voice], subject));

function askedOf(request: Request, viewer: Viewer, teamId: string) {
  const asked = new URL(request.url).searchParams;
  const voices = voicesOf(viewer, { teamId });
  const wished = asked.get('voice');
  const voice: GridVoice = wished === 'manager' || wished === 'agreed' ? wished : (voices[0] ?? 'agreed');
  const from = Number(asked.get('from') ?? 0);
  return { voices, voice, below: asked.get('below') === 'yes', from: Number.isSafeInteger(from) ? from : 0, count: Number(asked.get('count') ?? 0) || 0 };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const teamId = params.teamId ?? '';
  const { voices, voice, below, from, count } = askedOf(request, context.viewer, teamId);
  const { team, grid, ...pages } = await readTeamGrid(context, teamId, voice, { below, from });
  const { version } = await readSkillScales(context, grid.skills.map(({ id }) => id));
  const { viewer, now } = context;
  const today = todayOf(context);
  return {
    frame: teamFrame(viewer, team, 'assess'),
    grid,
    pages,
    voices,
    below,
    hasTeamsBelow: team.children.length > 0,
    notice: noticeIn(count === 1 ? noticesOfOne : notices, request)?.replace('{count}', String(count)),
    today,
    tomorrow: addDays(today, 1),
    version,
    now: now.getTime(),
    keptFor: { userId: viewer.userId ?? '', organisationId: viewer.organisationId, teamId, voice },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const teamId = params.teamId ?? '';
  const { voice, below, from } = askedOf(request, context.viewer, teamId);
  await readGridTeam(context, teamId, voice);
  const form = await request.formData();
  const saved = await saveGridForm(context, teamId, voice, form);
  if (!saved.ok) return data({ ...saved.refused, missingFor: null as string | null }, { status: saved.status });
  const acted = await actOnGrid(context, voice, String(form.get('intent') ?? 'save'), form);
  if (!acted.ok) return data({ problems: acted.problems, typed: [], wrong: [], confirm: [], missingFor: acted.missingFor }, { status: 422 });
  const count = acted.notice === 'saved' ? saved.count : acted.count;
  return redirect(`${gridAddress(teamId, { voice, below, from })}&notice=${acted.notice}&count=${count}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Assess ${found.frame.name}` : undefined) }];

const voiceNames = { manager: 'Manager levels', agreed: 'Agreed levels' };

const notices: Record<string, string> = {
  saved: '{count} answers are saved.',
  recorded: '{count} answers are on record.',
  'handed-in': 'The answers for {count} people are handed in.',
  'taken-back': 'The answers are taken back, and can be changed.',
};
const noticesOfOne: Record<string, string> = {
  ...notices,
  saved: 'One answer is saved.',
  recorded: 'One answer is on record.',
  'handed-in': 'The answers for one person are handed in.',
};

export default function AssessTeam() {
  const { frame, grid, pages, voices, below, hasTeamsBelow, notice, today, tomorrow, version, now, keptFor } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const placeOf = (key: string) => {
    const [personId, skillId] = key.split('/');
    return grid.people.findIndex(({ id }) => id === personId) * grid.skills.length + grid.skills.findIndex(({ id }) => id === skillId);
  };
  const lacking = grid.people.find(({ id }) => id === refused?.missingFor);
  const problems = (refused?.problems ?? []).map(({ field, message }) => ({ field: field === null ? null : `cell-${placeOf(field)}`, message: lacking ? `${lacking.name}: ${message}` : message }));
  const said = refused ? undefined : notice;
  const shown = `${grid.people.map(({ id }) => id).join()} ${grid.skills.map(({ id }) => id).join()}`;
  const { from, total, pageSize } = pages;
  return (
    // Less room above, as on the heatmap, so that the first people are seen without scrolling.
    <div className="md:-mt-step print:mt-0">
      <TeamHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {said && <Notice>{said}</Notice>}
      <div className="md:-mt-snug print:mt-0">
        <ViewTabs
          title={`Assess ${frame.name}`}
          label="Which levels to answer"
          items={voices.map((voice) => ({ to: gridAddress(frame.id, { voice, below, from: 0 }), label: voiceNames[voice], current: voice === grid.voice }))}
        />
        <p className="mb-close flex flex-wrap gap-x-step text-dense text-muted">
          <span>As at {formatDate(today)}</span>
          {version && <span>Framework: {version}</span>}
          {hasTeamsBelow && <TextLink to={gridAddress(frame.id, { voice: grid.voice, below: !below, from: 0 })}>{below ? 'Show this team alone' : 'Show the teams under it too'}</TextLink>}
        </p>
        {grid.people.length === 0 || grid.skills.length === 0 ? (
          <EmptyState title={grid.people.length === 0 ? 'Nobody is here to be assessed' : 'No skills are expected here'}>
            <p>{grid.people.length === 0 ? (hasTeamsBelow && !below ? 'Show the teams under it, or add people to this team.' : 'Add people to this team first.') : 'Give people a role level: its skills then stand here.'}</p>
          </EmptyState>
        ) : (
          <TeamGridForm
            key={`${keptFor.userId} ${keptFor.teamId} ${grid.voice} ${shown}`}
            grid={grid}
            keptFor={keptFor}
            now={now}
            tomorrow={tomorrow}
            caption={`${voiceNames[grid.voice]} of ${total === grid.people.length ? `${total} people` : `people ${from + 1} to ${from + grid.people.length} of ${total}`} in ${grid.skills.length} skills. People by team, the most senior first; skills by how many are expected to have them.`}
            refused={refused ?? null}
          />
        )}
        {total > grid.people.length && (
          <nav aria-label="Further people" className="mt-step flex flex-wrap gap-step">
            {from > 0 && <TextLink to={gridAddress(frame.id, { voice: grid.voice, below, from: Math.max(from - pageSize, 0) })}>People before these</TextLink>}
            {from + pageSize < total && <TextLink to={gridAddress(frame.id, { voice: grid.voice, below, from: from + pageSize })}>People after these</TextLink>}
          </nav>
        )}
      </div>
    </div>
  );
}
