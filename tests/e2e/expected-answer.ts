import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import type { Answered, Asker } from './asker.ts';
import type { RouteEntry } from './route-table.ts';
import type { Subject } from './subjects.ts';

/** What an answer comes to: the page or its data, the way to the sign-in page, or a refusal. */
export type Verdict = 'allowed' | 'sign-in' | 401 | 403 | 404 | 405;

/** Public addresses that do not simply answer. Each is decided here by name; a new one is expected to answer. */
const publicVerdicts: Record<string, Verdict> = {
  // Somebody can sign in already, so there is no first run.
  '/first-run': 'sign-in',
  // Nobody owes a second factor here; tests/e2e/second-factor.spec.ts has somebody who does.
  '/sign-in/second-factor': 'sign-in',
  '/sign-in/passkey-options': 'sign-in',
  // A link must not sign anybody out.
  '/sign-out': 405,
  // Nothing is said without the token of an invitation.
  '/invitation': 404,
  // The demo has no provider of its own; tests/e2e/single-sign-on.spec.ts has one.
  '/sign-in/organisation/:slug': 404,
  '/sign-in/organisation/:slug/continue': 404,
  // Nobody has set out, so nobody comes back.
  '/sign-in/callback/:slug': 'sign-in',
  '/api/*': 404,
  '/*': 404,
};

/** What shows the teams under a team, with small groups among them. */
const showsTeams = ['/teams/:teamId/heatmap', '/teams/:teamId/heatmap/cells', '/teams/:teamId/heatmap/file/:format'];

/** The teams below the top of a grant show small groups; outside the line they could be subtracted from the whole. */
function isWithheld(route: RouteEntry, viewer: Viewer, { about, isBelow }: Subject): boolean {
  if (!showsTeams.includes(route.pattern ?? '') || !isBelow) return false;
  return !isPermitted(viewer, 'read-ratings', about ?? {});
}

/**
 * What reaches the whole organisation is asked before what the address names is looked up: who may not do
 * it at all is told so, whatever they name.
 */
export function isAskedFirst({ access }: RouteEntry, viewer: Viewer): boolean {
  if (typeof access !== 'object' || !['organisation', 'user'].includes(access.subject)) return false;
  return !isPermitted(viewer, access.action);
}

/** A round is looked up before anything is asked: who may see it depends on its team. */
function isLookedUpFirst({ pattern }: RouteEntry): boolean {
  return pattern?.startsWith('/cycles/:cycleId') ?? false;
}

/** What the declaration of a route and the table of permissions say that asking for an address comes to. */
export function expectedAnswer(route: RouteEntry, asker: Asker, subject: Subject, answersGet: boolean): Verdict {
  const { access, pattern, isApi } = route;
  if (!answersGet) return 405;
  if (access === 'public') return publicVerdicts[pattern ?? ''] ?? (subject.about === null ? 404 : 'allowed');
  if (isApi && !asker.isKey) return 401;
  if (!isApi && (asker.isKey || asker.viewer === null)) return 'sign-in';
  const viewer = asker.viewer!;
  if (access === 'signed-in') return 'allowed';
  if (access === undefined) return 403;
  if (access.subject === 'anywhere' && !mayBeAnywhere(viewer, access.action)) return isLookedUpFirst(route) && subject.about === null ? 404 : 403;
  if (access.subject === 'anywhere') return subject.about === null ? 404 : 'allowed';
  if (isAskedFirst(route, viewer)) return 403;
  if (subject.about === null) return 404;
  if (isWithheld(route, viewer, subject)) return 403;
  return isPermitted(viewer, access.action, subject.about) ? 'allowed' : 403;
}

/** What an answer came to. Anything else than a verdict comes back as its status, to be told of. */
export function verdictOf({ status, location, text }: Answered): Verdict | number {
  // Data of a page says in its body where to go on.
  const goesTo = location ?? (status === 202 ? (/"(\/[^"]*)"/.exec(text)?.[1] ?? '') : null);
  if (goesTo !== null) return goesTo.startsWith('/sign-in') ? 'sign-in' : 'allowed';
  return status >= 200 && status < 300 ? 'allowed' : status;
}
