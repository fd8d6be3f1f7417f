import type { FrameworkFacts, ImportNotice, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import type { IdentityMoves, ReleaseItem } from './release-item.ts';

/** What a release comes to, with the decisions taken so far; where one is missing, with what is proposed. */
export interface ReleasePlan {
  /** What asks for a decision first, then by kind, then by name. */
  items: ReleaseItem[];
  /** The release as it would be published, without the organisation's own additions. */
  facts: FrameworkFacts;
  moves: IdentityMoves;
  /** Skills, by their new name, whose wording changes its meaning. */
  meaningChanged: string[];
  /** What the release drops and the organisation keeps: further additions of its own, by the names after the release. */
  kept: OwnAdditionContent[];
  /** Keys of items that ask and have no decision. Empty: it can be published. */
  undecided: string[];
  notices: ImportNotice[];
  /** Not empty: the documents contradict each other and nothing can be published. */
  refusals: ImportRefusal[];
}
