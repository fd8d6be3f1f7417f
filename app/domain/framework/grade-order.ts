/** Civil service grades, most junior first. */
export const gradeOrder = [
  'AA',
  'AO',
  'EO',
  'HEO',
  'SEO',
  'G7',
  'G6',
  'SCS1',
  'SCS2',
  'SCS3',
  'SCS4',
] as const;

export type Grade = (typeof gradeOrder)[number];
