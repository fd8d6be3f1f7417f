/** How catalogue.json is written: names, numbers and grades, one role level or skill a line. */
export interface Catalogue {
  /** The release of the official downloads. */
  label: string;
  /** Skill levels, lowest first. */
  scale: string[];
  families: {
    name: string;
    roles: {
      name: string;
      /** Left out where the release names none. */
      roleType?: string;
      /** Skills that the release lists for the role without any role level that is to hold them. */
      skillsWithoutLevel?: string[];
      /** In order of seniority where each has its number, else alphabetical. */
      roleLevels: {
        name: string;
        /** 1 is the most junior; left out where no source states the order. */
        seniority?: number;
        /** Left out where no source gives them. */
        grades?: string[];
        /** Skill and expected level. */
        expects: Record<string, number>;
      }[];
    }[];
  }[];
  skills: {
    name: string;
    /** Levels that the framework leaves undefined. */
    undefined?: number[];
    /** The downloads have no wording for any level, so nothing is known of which are defined. */
    unworded?: true;
  }[];
}
