import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';

/** What stands around every page of a round. */
export interface CycleFrame {
  id: string;
  name: string;
  crumbs: { label: string; to?: string }[];
  tabs: { to: string; label: string; current?: boolean }[];
}

type State = 'planned' | 'open' | 'closed';

const pages: { path: string; label: string; states: readonly State[] }[] = [
  { path: '/edit', label: 'Change', states: ['planned', 'open'] },
  { path: '/open', label: 'Open', states: ['planned'] },
  { path: '/exempt', label: 'Exempt', states: ['open'] },
  { path: '/close', label: 'Close', states: ['open'] },
  { path: '/delete', label: 'Delete', states: ['planned'] },
];

/** The way to a round, and the pages of it that this viewer may open. */
export function cycleFrame(
  viewer: Viewer,
  cycle: { id: string; name: string; state: State; teamId: string | null },
  current: '' | '/moderation' | '/edit' | '/open' | '/exempt' | '/close' | '/delete',
): CycleFrame {
  const { id, name, state, teamId } = cycle;
  const mayRun = isPermitted(viewer, 'run-cycles', { teamId });
  const open = pages.filter(({ path, states }) => mayRun && (states.includes(state) || path === current));
  const moderates = state !== 'planned' && mayBeAnywhere(viewer, 'moderate-levels');
  return {
    id,
    name,
    crumbs: [{ label: 'Rounds', to: '/cycles' }, { label: name }],
    tabs: [{ path: '', label: 'Progress' }, ...(moderates ? [{ path: '/moderation', label: 'Moderation' }] : []), ...open].map(({ path, label }) => ({ to: `/cycles/${id}${path}`, label, current: path === current })),
  };
}
