/** A column that a reader knows, in the order of the official download. */
export interface TableColumn<Key extends string> {
  key: Key;
  header: string;
  required: boolean;
}

export type RolesCsvKey =
  | 'family'
  | 'role'
  | 'roleDescription'
  | 'roleLevel'
  | 'roleLevelDescription'
  | 'skill'
  | 'skillDescription'
  | 'skillLevel'
  | 'skillLevelDescription'
  | 'roleType';

/** The "Role content" download: one record per role, role level and skill. */
export const rolesCsvColumns: readonly TableColumn<RolesCsvKey>[] = [
  { key: 'family', header: 'Role Family', required: true },
  { key: 'role', header: 'Role', required: true },
  { key: 'roleDescription', header: 'Role Description', required: false },
  { key: 'roleLevel', header: 'Role Level', required: true },
  { key: 'roleLevelDescription', header: 'Role Level Description', required: false },
  { key: 'skill', header: 'Skill Name', required: true },
  { key: 'skillDescription', header: 'Skill Description', required: false },
  { key: 'skillLevel', header: 'Skill Level', required: true },
  { key: 'skillLevelDescription', header: 'Skill Level Description', required: false },
  { key: 'roleType', header: 'Role Type', required: false },
];

export type SkillsCsvKey = 'skill' | 'skillDescription' | 'awareness' | 'working' | 'practitioner' | 'expert' | 'roles';

/** The "Skill description content" download: one record per skill, one column per skill level. */
export const skillsCsvColumns: readonly TableColumn<SkillsCsvKey>[] = [
  { key: 'skill', header: 'Skill Name', required: true },
  { key: 'skillDescription', header: 'Skill Description', required: false },
  { key: 'awareness', header: 'Awareness', required: true },
  { key: 'working', header: 'Working', required: true },
  { key: 'practitioner', header: 'Practitioner', required: true },
  { key: 'expert', header: 'Expert', required: true },
  { key: 'roles', header: 'Roles that require Skill', required: false },
];

export type ChangeNotesCsvKey = 'timestamp' | 'page' | 'note';

/** The "Change notes" download: one record per note. */
export const changeNotesCsvColumns: readonly TableColumn<ChangeNotesCsvKey>[] = [
  { key: 'timestamp', header: 'Timestamp', required: true },
  { key: 'page', header: 'Page', required: true },
  { key: 'note', header: 'Change note', required: true },
];
