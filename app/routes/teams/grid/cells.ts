import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { requireTurn } from '#app/platform/throttle/require-turn.server.ts';
import { gridCellsInput } from '#app/services/assessments/grid/grid-cells-input.ts';
import { readGridTeam } from '#app/services/assessments/grid/read-grid-team.server.ts';
import { saveGridCells } from '#app/services/assessments/grid/save-grid-cells.server.ts';

/** Takes changes of single cells of the grid, in JSON, and answers what became of each. */
export const handle = { access: { action: 'assess-agreed', subject: 'team' } satisfies RouteAccess };

/** The grid sends a few at a time. A request of thousands would keep a process busy for half a minute. */
const mostCells = 100;

const sentInput = gridCellsInput.extend({
  cells: gridCellsInput.shape.cells.max(mostCells, `Send at most ${mostCells} cells at once`),
  /** Who typed it. Somebody else may have signed in with this browser since. */
  sender: z.object({ userId: z.string(), organisationId: z.string() }).optional(),
});

/** There is nothing to look at but the grid itself. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const team = await readGridTeam(await requireContext(request), params.teamId ?? '', 'agreed');
  throw redirect(`/teams/${team.id}/assess`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  // The grid takes 429 as a server that is away: it keeps what was typed and sends it later.
  await requireTurn('grid-cells', { user: context.viewer.userId ?? '' });
  const parsed = sentInput.safeParse(await request.json().catch(() => null));
  if (!parsed.success) {
    // Whoever may not write here is told that, whatever they sent.
    await readGridTeam(context, params.teamId ?? '', 'agreed');
    return Response.json({ problem: formProblems(parsed.error)[0] }, { status: 422 });
  }
  const { sender, ...input } = parsed.data;
  const { viewer } = context;
  if (sender && (sender.userId !== viewer.userId || sender.organisationId !== viewer.organisationId)) {
    return Response.json({ refused: 'somebody-else' }, { status: 409 });
  }
  return Response.json({ results: await saveGridCells(context, params.teamId ?? '', input) });
}
