/** What the downloads write where a role has no role level, and so no level of its skills. */
export const notInUse = 'NOT IN USE';

/** What roles.csv writes where a skill has no description. */
export const missing = 'MISSING';

/** What our own export writes for a role that stands in no family: the download has none of that kind. */
export const noRoleFamily = 'NO ROLE FAMILY';
