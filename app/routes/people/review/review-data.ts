import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { DevelopmentReviewAnswer } from '#app/services/reviews/read-development-review.server.ts';

/** What the parts of the review page are drawn from. */
export interface ReviewData
  extends Pick<DevelopmentReviewAnswer, 'review' | 'nextRoleLevel' | 'skillNames' | 'statements'> {
  /** Null for somebody without a role level. */
  roleLevelName: string | null;
  /** 0 where the adopted version no longer has the role level. */
  seniority: number;
  scales: SkillScales;
}
