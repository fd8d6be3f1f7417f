import type { Flag } from '#app/domain/capability/flag.ts';
import type { CellChange } from './compare-cells.ts';

/** One person and skill that a release touches. */
export interface ImpactRow extends CellChange {
  personId: string;
  personName: string;
  teamId: string;
  teamName: string;
  roleName: string;
  roleLevelName: string;
  /** As the release calls it; where it is gone, as it was called. */
  skillName: string;
}

/** A flag without the people that it names. */
export type FlagLine = Pick<Flag, 'kind' | 'severity' | 'team' | 'skill'>;

/** Whom a part of a release touches, and what it changes for them. */
export interface Impact {
  /**
   * People who stand in a role level whose expectations it moves, or have something recorded in a skill that is called
   * otherwise, merged, split, gone or means something else now. People whose levels the viewer may not see count
   * where they stand in a role level that expects such a skill.
   */
  people: number;
  /** Teams that these people stand in. */
  teams: number;
  /** Of `people`, those whose levels the viewer may not see: they are in no other number here. */
  unseen: number;
  /** People of whom a cell is measured otherwise: another expectation, another level that counts, a level to be reviewed. */
  measuredOtherwise: number;
  /** Cells that go from met to below expectation, because the bar moved. */
  metToBelow: number;
  belowToMet: number;
  /** Levels that are to be reviewed afterwards and were not before. */
  toReview: number;
  /** Null where the viewer may see nobody's flags. */
  flags: { come: FlagLine[]; go: FlagLine[]; change: FlagLine[] } | null;
}

/** The impact of one item, with the people it touches as far as the viewer may see their levels. */
export interface ItemImpact extends Impact {
  itemKey: string;
  /** By team, name and skill; at most as many as a page shows. */
  rows: ImpactRow[];
  /** Rows that are left out. */
  more: number;
}

/** The impact of a whole release. */
export interface TotalImpact extends Impact {
  /** Flags of the teams whose flags the viewer may see; null where there are none such. */
  flagsBefore: number | null;
  flagsAfter: number | null;
}
