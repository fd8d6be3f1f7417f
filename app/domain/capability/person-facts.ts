import type { CellFacts } from './cell.ts';

/** One person on a date, with what is known of each skill that is expected of them or was ever assessed. */
export interface PersonFacts {
  id: string;
  name: string;
  teamId: string;
  teamName: string;
  roleId: string;
  roleLevelId: string;
  roleName: string;
  roleLevelName: string;
  /** 1 is the most junior role level of the role; 0 where the adopted version no longer has it. */
  seniority: number;
  /** ISO date of the last day present; null while no leaving date is known. */
  leavesOn: string | null;
  /** Any order; a skill that is absent is neither expected nor assessed. */
  cells: readonly CellFacts[];
}
