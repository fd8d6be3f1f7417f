import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { levelFill, muted } from '#app/charts/colour.ts';

/** How the line and the mark of a source look: told apart by dashes and shape, and only then by colour. */
export interface SourceLook {
  name: string;
  stroke: string;
  width: number;
  dashes: string | undefined;
  /** Path data of the mark around 0,0. */
  mark: string;
  isFilled: boolean;
}

export const sourceLooks: Record<AssessmentSource, SourceLook> = {
  self: { name: 'Self', stroke: muted, width: 2, dashes: '2 4', mark: 'M0,-6L6,5H-6Z', isFilled: false },
  manager: { name: 'Manager', stroke: levelFill(2), width: 2, dashes: '9 4', mark: 'M-5,-5H5V5H-5Z', isFilled: false },
  agreed: { name: 'Agreed', stroke: levelFill(4), width: 3, dashes: undefined, mark: 'M-5,0A5,5 0 1 0 5,0A5,5 0 1 0 -5,0Z', isFilled: true },
};
