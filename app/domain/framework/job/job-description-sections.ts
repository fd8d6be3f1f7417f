/** A job description in the order in which it is read. Plain text; lists hold one entry each, without bullets. */
export interface JobDescriptionSections {
  /** What draws somebody in: the post in a few sentences. */
  advert: string;
  /** Why the post exists. */
  purpose: string;
  duties: string[];
  /** One area for each skill. */
  specification: { area: string; essential: string[]; desirable: string[] }[];
  howToApply: string;
}
