import type { Action } from '#app/domain/access/action.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';

/** What somebody must be permitted to speak as each source. */
export const voiceActions = { self: 'assess-self', manager: 'assess-manager', agreed: 'assess-agreed' } as const satisfies Record<AssessmentSource, Action>;
