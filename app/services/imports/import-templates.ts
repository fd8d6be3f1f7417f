/** The spreadsheets that can be filled in and brought in, by the name of their file: a header, and an example that shows how. The wide one has a column a skill behind these. */
export const importTemplates: Record<'people' | 'assessments-long' | 'assessments-wide', { label: string; rows: string[][] }> = {
  people: {
    label: 'People',
    rows: [
      ['Name', 'E-mail', 'Team', 'Role', 'Role level', 'Grade', 'Start date', 'Leaving date'],
      ['Jo Bell', 'jo.bell@example.gov.uk', 'Service desk', 'Service desk manager', 'Service desk manager', 'SEO', '2026-04-01', ''],
    ],
  },
  'assessments-long': {
    label: 'Assessments, one a row',
    rows: [
      ['Person', 'E-mail', 'Skill', 'Source', 'Level', 'Date', 'Note'],
      ['Jo Bell', 'jo.bell@example.gov.uk', 'User focus', 'manager', '2', '2026-04-01', 'Seen at work'],
    ],
  },
  'assessments-wide': {
    label: 'Assessments, people down and skills across',
    rows: [
      ['Person', 'E-mail', 'Date'],
      ['Jo Bell', 'jo.bell@example.gov.uk', '2026-04-01'],
    ],
  },
};
