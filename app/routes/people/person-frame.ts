import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';

/** What stands around every page of a person. */
export interface PersonFrame {
  id: string;
  name: string;
  crumbs: { label: string; to?: string }[];
  tabs: { to: string; label: string; current?: boolean }[];
}

interface PersonPlace {
  id: string;
  name: string;
  teamId: string | null;
  teamName: string | null;
  roleId: string | null;
}

const pages = [
  { path: '', label: 'Profile', action: 'read-people' },
  { path: '/assess', label: 'Assess', action: 'read-ratings' },
  { path: '/agree', label: 'Agree', action: 'read-ratings' },
  { path: '/history', label: 'History', action: 'read-ratings' },
  { path: '/evidence', label: 'Evidence', action: 'read-evidence' },
  { path: '/review', label: 'Review', action: 'read-ratings' },
  { path: '/data', label: 'Data', action: 'export-person' },
] as const;

/** The team that a person is in and the pages of the person that this viewer may open. */
export function personFrame(
  viewer: Viewer,
  person: PersonPlace,
  current: (typeof pages)[number]['path'] | '/edit' | '/move' | '/erase',
): PersonFrame {
  const { id, name, teamId, teamName } = person;
  const mayOpenTeam = isPermitted(viewer, 'read-people', { teamId });
  const team = teamId && mayOpenTeam ? [{ label: teamName ?? '', to: `/teams/${teamId}/people` }] : [];
  return {
    id,
    name,
    crumbs: [...(mayOpenTeam ? [{ label: 'Teams', to: '/teams' }] : []), ...team, { label: name }],
    tabs: pages
      .filter(({ action }) => isPermitted(viewer, action, personSubject(person)))
      .map(({ path, label }) => ({ to: `/people/${id}${path}`, label, current: path === current })),
  };
}
