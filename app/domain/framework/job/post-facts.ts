/** What a job description is drafted from: one role level of a framework version, and what the post is to close. */
export interface PostFacts {
  organisationName: string;
  roleName: string;
  /** What the version says of the role; null where it says nothing. */
  roleDescription: string | null;
  roleLevelName: string;
  /** What the version says of the role level, with its responsibilities a line each; null where it says nothing. */
  roleLevelDescription: string | null;
  /** Null where no source gives them. */
  grades: string[] | null;
  skills: PostSkill[];
}

/** One skill that the post asks for. */
export interface PostSkill {
  key: string;
  name: string;
  /** 1 up to the number of steps of the scale. */
  expectedLevel: number;
  /** The name of that step, such as "Practitioner". */
  levelName: string;
  /** What somebody at that level does; empty where the version has no wording. */
  statements: string[];
  /** The next step up; null where there is none, or the version does not define it. */
  next: { levelName: string; statements: string[] } | null;
  /** True where the post is to close a gap in this skill: it comes first. */
  isGap: boolean;
}
