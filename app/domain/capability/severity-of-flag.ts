import type { FlagSeverity } from './flag.ts';

/** What the severity of each kind of flag hangs on. Days count from the date asked; shares run from 0 to 1. */
export type FlagMeasure =
  | { kind: 'no-cover' | 'under-cover' | 'blind-spot' }
  | { kind: 'single-point'; daysUntilLeaving: number | null }
  | { kind: 'cover-ends'; daysUntilLeaving: number; remaining: number }
  | { kind: 'below-expectation'; people: number; widestGap: number }
  | { kind: 'unassessed' | 'stale'; share: number }
  | { kind: 'disagreement'; notAgreed: number };

/** Half a year: about what it takes to advertise, appoint, wait out a notice period and hand over. */
const daysToReplaceSomeone = 183;

/**
 * How bad a finding is. Critical and high are for what the service depends on; what people have still to learn, and
 * what we do not know, come below, however many it is.
 * - `no-cover` is critical: the service depends on a skill that nobody is agreed to hold.
 * - `single-point` is high, since one absence stops the service, and critical when that person is gone within half a
 *   year, because a successor cannot be found and taught in less.
 * - `cover-ends` is critical when nobody is left within half a year, high when it happens within half a year or leaves
 *   nobody later, medium otherwise: there is time to plan.
 * - `under-cover` is high: the service's own minimum is broken, though two or more still hold it.
 * - `blind-spot` is high: no role asks for the skill, so no training, review or recruitment will ever bring it.
 * - `below-expectation` is medium when three or more people share the shortfall (a course, not a talk, is needed) or
 *   somebody is two or more levels short (not closed within a year), else low.
 * - `unassessed` is medium from a quarter of the expected levels on, where counts no longer speak for the team, else low.
 * - `stale` is medium from half of the agreed levels on, else low: an old level is better than none.
 * - `disagreement` is medium while something is still to be agreed, low once it was settled.
 */
export function severityOfFlag(measure: FlagMeasure): FlagSeverity {
  switch (measure.kind) {
    case 'no-cover':
      return 'critical';
    case 'single-point':
      return isSoon(measure.daysUntilLeaving) ? 'critical' : 'high';
    case 'cover-ends':
      if (isSoon(measure.daysUntilLeaving)) return measure.remaining === 0 ? 'critical' : 'high';
      return measure.remaining === 0 ? 'high' : 'medium';
    case 'under-cover':
    case 'blind-spot':
      return 'high';
    case 'below-expectation':
      return measure.people >= 3 || measure.widestGap <= -2 ? 'medium' : 'low';
    case 'unassessed':
      return measure.share >= 0.25 ? 'medium' : 'low';
    case 'stale':
      return measure.share >= 0.5 ? 'medium' : 'low';
    case 'disagreement':
      return measure.notAgreed > 0 ? 'medium' : 'low';
  }
}

function isSoon(days: number | null): boolean {
  return days !== null && days <= daysToReplaceSomeone;
}
