/** What was written as evidence: in one text, or in four parts of which at least one says something. */
export interface EvidenceText {
  summary: string | null;
  situation: string | null;
  task: string | null;
  action: string | null;
  result: string | null;
}

/** One piece of evidence, as those see it who may. */
export interface EvidencePiece extends EvidenceText {
  id: string;
  skillId: string;
  /** The present name of the skill. */
  skillName: string;
  /** True where the person wrote it themself, false where somebody did who assesses them. */
  isOwn: boolean;
  /** Addresses beginning with https:// or http://. */
  links: string[];
  /** When it happened, ISO days; the second is null for a single day. */
  happenedOn: string | null;
  happenedUntil: string | null;
  authorName: string;
  addedOn: string;
  /** The day of the last change of its words; null where there was none. */
  changedOn: string | null;
  /** Goes with the form that changes it and comes back with it. */
  revision: number;
  /** Whether the viewer is its author, who may change and withdraw it. */
  mayChange: boolean;
}

/** The four parts, in the order in which they are told. */
export const evidenceParts = ['situation', 'task', 'action', 'result'] as const;
