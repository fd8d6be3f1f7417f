import type { Context } from '#app/platform/context.ts';
import { saveAssessment, type SaveAssessmentOutcome } from '#app/services/assessments/save-assessment.server.ts';
import type { AgreementInput } from './agreement-input.ts';

/**
 * Agrees levels of a person: an act of its own, by the viewer and under their name, never about themselves. In a round it is
 * possible once both sides are shown, and the last expected skill makes the person agreed; outside a round at any time.
 * Everything else is as in saving an assessment: all or nothing, an older revision is refused with the skills that changed, and
 * the same agreement twice is one. Throws 404 for an unknown person, 403 for whoever may not agree.
 */
export async function agreeLevels(context: Context, personId: string, { entries }: AgreementInput): Promise<SaveAssessmentOutcome> {
  return saveAssessment(context, personId, { entries: entries.map((entry) => ({ ...entry, source: 'agreed' })) });
}
