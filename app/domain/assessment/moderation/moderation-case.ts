/** What one voice said of one person and skill in a round, as it stands on record for everybody who may read ratings. */
export interface ShownAnswer {
  /** 0 up to the last step of the scale; null: not observed, or exempt. */
  level: number | null;
  isExempt: boolean;
  /** Tells assessors apart: the id of the user, or the name where no user recorded it. */
  assessorKey: string;
  assessorName: string;
  /** ISO day. */
  assessedOn: string;
  hasNote: boolean;
  /** The level that the ticked statements suggest (suggestLevel); null where they suggest none. */
  tickedLevel: number | null;
}

/** One person and one skill in a round, as moderators look at it. */
export interface ModerationCase {
  personId: string;
  personName: string;
  skillId: string;
  skillName: string;
  self: ShownAnswer | null;
  manager: ShownAnswer | null;
  agreed: ShownAnswer | null;
  /** The level that was agreed last before the round opened; null where none was. */
  earlierLevel: number | null;
  /** Somebody has put evidence of this person and skill. */
  hasEvidence: boolean;
}
