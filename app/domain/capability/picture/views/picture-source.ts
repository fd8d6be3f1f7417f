import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import type { PersonFacts } from '#app/domain/capability/person-facts.ts';

/** What a picture of a team subtree is made from: its people on a day, with what was known of each by then. */
export interface PictureSource {
  /** ISO date. */
  asOf: string;
  people: readonly PersonFacts[];
  /** Every skill that could be shown; the builder chooses. */
  skills: readonly MatrixSkill[];
  /** Days after which an agreed level counts as stale. */
  reviewPeriodDays: number;
  /** Skills that a coverage rule of these teams asks for. */
  ruledSkillIds: readonly string[];
  /** Who stood in these teams on the earlier day of a comparison, by what was expected of them then; null without one. */
  earlier: { asOf: string; people: readonly PersonFacts[] } | null;
}
