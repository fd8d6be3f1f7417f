import { DataTable } from '#app/ui/data-table.tsx';

type ColumnWords = [column: string, holds: string, needed: string];

const always = 'Yes';
const never = 'No';

const tables = (steps: number): { name: string; note: string; columns: ColumnWords[] }[] => [
  {
    name: 'scale',
    note: 'One row for each step of your scale.',
    columns: [
      ['Framework', 'The name of the framework', 'In the first row'],
      ['Step', `1 for the lowest, counting up without a gap to ${steps} at most`, always],
      ['Level name', 'What the step is called, such as “Doing”', always],
    ],
  },
  {
    name: 'roles',
    note: 'One row for each role level.',
    columns: [
      ['Role family', 'The family that the role belongs to', never],
      ['Role', 'The name of the role', always],
      ['Role description', 'What the role is for; once is enough', never],
      ['Role level', 'The name of the role level. Empty: the role has none yet', never],
      ['Order', '1 for the most junior role level of the role; for all of them or none', never],
      ['Grades', 'Grades parted by commas, such as “HEO, SEO”', never],
      ['Role level description', 'What somebody at this role level does', never],
    ],
  },
  {
    name: 'skills',
    note: 'One row for each statement of what somebody can do.',
    columns: [
      ['Skill', 'The name of the skill', always],
      ['Skill description', 'What the skill is; once is enough', never],
      ['Level', 'The name or number of the step. Empty: the row names the skill only', never],
      ['Statement', 'One thing that somebody at this level can do. “Not defined” leaves the level open', never],
    ],
  },
  {
    name: 'expectations',
    note: 'One row for each skill that a role level is expected to hold.',
    columns: [
      ['Role', 'A role of the table of roles', always],
      ['Role level', 'One of its role levels', always],
      ['Skill', 'A skill of the table of skills', always],
      ['Expected level', 'The name or number of the step', always],
    ],
  },
];

/** What each column of the four tables holds. */
export function TemplateTables({ steps }: { steps: number }) {
  return tables(steps).map(({ name, note, columns }) => (
    <DataTable
      key={name}
      caption={`Table of ${name}`}
      note={note}
      stacked
      rows={columns}
      rowKey={([column]) => column}
      columns={[
        { key: 'column', head: 'Column', rowHead: true, cell: ([column]) => column },
        { key: 'holds', head: 'What it holds', cell: ([, holds]) => holds },
        { key: 'needed', head: 'Must be filled in', cell: ([, , needed]) => needed },
      ]}
    />
  ));
}
