import type { AssessmentSource } from './assessment-record.ts';

/** How the sources are stored: small numbers, because the database cannot use an enum as an index condition here. */
export const sourceCodes: Record<AssessmentSource, 1 | 2 | 3> = { self: 1, manager: 2, agreed: 3 };

/** In the order in which they speak. */
export const assessmentSources = ['self', 'manager', 'agreed'] as const satisfies readonly AssessmentSource[];
