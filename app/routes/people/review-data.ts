import type { DevelopmentReviewAnswer } from '#app/services/reviews/read-development-review.server.ts';

/** What the parts of the review page are drawn from. */
export interface ReviewData
  extends Pick<DevelopmentReviewAnswer, 'review' | 'nextRoleLevel' | 'skillNames' | 'statements'> {
  /** Null for somebody without a role level. */
  roleLevelName: string | null;
  /** 0 where the adopted version no longer has the role level. */
  seniority: number;
  /** From the first step up. */
  scale: readonly { ordinal: number; name: string }[];
}
