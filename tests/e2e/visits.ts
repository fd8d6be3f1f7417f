import { permissionTable } from '#app/domain/access/permission-table.ts';
import type { Demo, DemoRole } from './demo.ts';
import type { RouteEntry } from './route-table.ts';

/** A page and who looks at it; null is somebody signed out. */
export interface Visit {
  path: string;
  role: DemoRole | null;
}

/** Files to keep, which no browser shows. */
const downloads = ['/teams/:teamId/heatmap/file/:format', '/imports/template/:format', '/imports/:importId/problems/:format', '/framework/template/:format', '/framework/versions/:versionId/roles.csv', '/framework/versions/:versionId/skills.csv', '/framework/versions/:versionId/framework.xlsx', '/framework/versions/:versionId/framework.ods', '/settings/audit.csv', '/account/data.json', '/framework/job-descriptions/:jobDescriptionId/document.docx', '/framework/job-descriptions/:jobDescriptionId/document.html', '/people/:personId/data.json', '/sign-in/passkey-options', '/account/second-factor/passkey-options'];

/** Addresses that are no pages of their own: they lead on, answer with data, or end a session; and an import, which is there for whoever handed it in. */
const leadElsewhere = ['/teams/:teamId/assess/cells', '/teams/:teamId/heatmap/cells', '/teams/:teamId/heatmap/panel', '/first-run', '/sign-in/second-factor', '/sign-out', '/account/organisation', '/teams/:teamId', '/sign-in/callback/:slug', '/sign-in/organisation/:slug/continue', '/framework/own/remove'];

/** The head of service sees most; what is left is the administrator's. */
function widest({ access }: RouteEntry): DemoRole {
  if (access === undefined || typeof access === 'string') return 'headOfService';
  return permissionTable['head-of-service'][access.action] ? 'headOfService' : 'administrator';
}

/** Every page of the product as the role that sees most of it, and what the table of routes does not tell apart. */
export function everyVisit(routes: readonly RouteEntry[], demo: Demo): Visit[] {
  const service = demo.team('Digital service operations');
  const person = demo.person('Dafydd Pryce');
  const values: Record<string, string> = { teamId: service, personId: person, roleKey: 'it-service-manager', skillKey: 'continuity-management', skillId: demo.skill('User focus'), userId: demo.user('bystander'), slug: demo.slug, noticeKind: 'privacy-notice', jobDescriptionId: demo.jobDescriptionId, versionId: demo.versionId, releaseId: demo.releaseId, cycleId: demo.cycleId, schemeId: demo.schemeId };
  const pages = routes.filter(({ pattern, isApi }) => pattern !== null && !isApi && ![...leadElsewhere, ...downloads].includes(pattern));
  return [
    ...pages.map((route): Visit => {
      const path = route.pattern!.replace('*', 'nowhere').replace(/:(\w+)/g, (_, name: string) => values[name] ?? `unknown-${name}`);
      return { path, role: route.pattern === '/sign-in' ? null : widest(route) };
    }),
    { path: '/', role: 'administrator' },
    { path: '/', role: 'teamMember' },
    { path: '/', role: 'analyst' },
    { path: '/', role: 'moderator' },
    { path: '/search?q=ma', role: 'headOfService' },
    { path: `/teams/${service}/heatmap`, role: 'analyst' },
    { path: `/teams/${service}/heatmap?view=people`, role: 'headOfService' },
    { path: `/teams/${service}/heatmap?asOf=yesterday`, role: 'headOfService' },
    { path: `/teams/${service}/coverage`, role: 'administrator' },
    { path: '/settings/audit?check=yes', role: 'administrator' },
    { path: '/settings/audit?from=yesterday&who=a&group=views', role: 'administrator' },
    { path: `/teams/${service}/assess?below=yes&voice=agreed`, role: 'headOfService' },
    { path: `/people/${person}`, role: 'administrator' },
    { path: `/people/${person}/assess`, role: 'moderator' },
    { path: `/people/${demo.person('Jodie Wetherby')}/assess`, role: 'teamMember' },
    { path: '/framework/shared-skills?role=it-service-manager', role: 'headOfService' },
    { path: `/framework/releases/${demo.releaseId}`, role: 'administrator' },
    { path: `/framework/releases/${demo.releaseId}?confirm=discard`, role: 'headOfService' },
    { path: '/framework/search?q=incident', role: 'teamMember' },
    { path: '/framework/compare?one=it-service-manager/it-service-analyst&other=it-service-manager/senior-it-service-manager', role: 'teamMember' },
    { path: '/framework/compare?one=it-service-manager&other=service-desk-manager', role: 'headOfService' },
    { path: '/framework/career?from=it-service-manager/it-service-manager', role: 'headOfService' },
    { path: `/framework/own/expectations?${new URLSearchParams({ roleLevel: JSON.stringify(['Incident manager', 'Incident manager']) }).toString()}`, role: 'headOfService' },
    { path: '/framework/job-descriptions/new?gap=continuity-management:2', role: 'headOfService' },
  ];
}
