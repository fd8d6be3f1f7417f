import type { TableColumn } from '#app/domain/framework/reading/tables/csv-columns.ts';

/** The four tables that a framework of one's own is written in, in the order in which they are filled in. */
export type TemplateTableName = 'scale' | 'roles' | 'skills' | 'expectations';

export type ScaleKey = 'framework' | 'step' | 'levelName';
export type RolesKey = 'family' | 'role' | 'roleDescription' | 'roleLevel' | 'order' | 'grades' | 'roleLevelDescription';
export type SkillsKey = 'skill' | 'skillDescription' | 'level' | 'statement';
export type ExpectationsKey = 'role' | 'roleLevel' | 'skill' | 'expectedLevel';

/** One record per step of the scale, the lowest first. The name of the framework stands in the first, or in each. */
export const scaleColumns: readonly TableColumn<ScaleKey>[] = [
  { key: 'framework', header: 'Framework', required: true },
  { key: 'step', header: 'Step', required: true },
  { key: 'levelName', header: 'Level name', required: true },
];

/** One record per role level; one without a role level names the role only. */
export const rolesColumns: readonly TableColumn<RolesKey>[] = [
  { key: 'family', header: 'Role family', required: true },
  { key: 'role', header: 'Role', required: true },
  { key: 'roleDescription', header: 'Role description', required: false },
  { key: 'roleLevel', header: 'Role level', required: true },
  { key: 'order', header: 'Order', required: true },
  { key: 'grades', header: 'Grades', required: false },
  { key: 'roleLevelDescription', header: 'Role level description', required: false },
];

/** One record per statement; one without a level names the skill only. */
export const skillsColumns: readonly TableColumn<SkillsKey>[] = [
  { key: 'skill', header: 'Skill', required: true },
  { key: 'skillDescription', header: 'Skill description', required: false },
  { key: 'level', header: 'Level', required: true },
  { key: 'statement', header: 'Statement', required: true },
];

/** One record per skill that a role level is expected to hold. */
export const expectationsColumns: readonly TableColumn<ExpectationsKey>[] = [
  { key: 'role', header: 'Role', required: true },
  { key: 'roleLevel', header: 'Role level', required: true },
  { key: 'skill', header: 'Skill', required: true },
  { key: 'expectedLevel', header: 'Expected level', required: true },
];

export const templateColumns: Readonly<Record<TemplateTableName, readonly TableColumn<string>[]>> = {
  scale: scaleColumns,
  roles: rolesColumns,
  skills: skillsColumns,
  expectations: expectationsColumns,
};

export const templateTableNames: readonly TemplateTableName[] = ['scale', 'roles', 'skills', 'expectations'];
