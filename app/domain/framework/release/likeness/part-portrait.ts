/** The wording of one level of the scale, or of the description, of a skill, role or role level. */
export interface PortraitPlace {
  /** Lines without letter case, punctuation and plural endings. */
  lines: ReadonlySet<string>;
  /** Telling words without endings, and what each weighs by its rarity; 1 before that is known. */
  words: ReadonlyMap<string, number>;
  /** Of those weights. */
  sum: number;
  /** Whether the product summarised it itself: such lines differ from the official ones without any change. */
  ours: boolean;
}

/** A skill, role or role level of one state, made ready to be held against those of the other. */
export interface PartPortrait {
  name: string;
  /** The plain key of the name. */
  key: string;
  /** Words of the name, weighed likewise; of a role level, those that do not come from its role's name. */
  words: ReadonlyMap<string, number>;
  /** By level of the scale, "description", or a role level's name; places without wording are left out. */
  places: ReadonlyMap<string, PortraitPlace>;
  /**
   * What it hangs on and at which expected levels, ascending: for a skill the role levels that both states have, for a
   * role and a role level the skills, named as in the new state.
   */
  ties: ReadonlyMap<string, readonly number[]>;
  /** What else tells it: for a role the words of its role levels, for a role level its grades. */
  marks: ReadonlySet<string>;
}
