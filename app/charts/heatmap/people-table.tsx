import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import type { TeamMatrix } from '#app/domain/capability/cell.ts';
import { personCellState } from './person-cell-state.ts';
import { personCellText } from './person-cell-text.ts';
import { TableDisclosure } from './table-disclosure.tsx';

interface PeopleTableProps {
  matrix: TeamMatrix;
  caption: string;
  /** Where a person's name leads. */
  rowHref: (personId: string) => string;
  /** Where a cell leads; without it the cells are plain text. */
  cellHref?: (personId: string, skillId: string) => string;
  /** The skip link of the heatmap goes here. */
  id?: string;
  /** What opens the table. */
  summary?: string;
}

/** The people heatmap as a table: the same rows, columns and texts, with the states in words. Nothing for an empty matrix. */
export function PeopleTable(props: PeopleTableProps) {
  const { matrix, caption, rowHref, cellHref, id = 'people-table', summary = 'Show the same figures as a table' } = props;
  if (matrix.people.length === 0 || matrix.skills.length === 0) return null;
  return (
    <TableDisclosure id={id} summary={summary} caption={caption} head={<Head matrix={matrix} />}>
      {matrix.people.map((person) => (
        <tr key={person.id} className="border-b border-line align-top">
          <th scope="row" className="sticky left-0 max-w-32 bg-paper py-close pr-snug font-strong sm:max-w-60">
            <a href={rowHref(person.id)}>{person.name}</a>
          </th>
          <td className="max-w-60 py-close pr-snug">{person.teamName}</td>
          <td className="max-w-60 py-close pr-snug">{roleLevelWords(person.roleLevelName, person.seniority)}</td>
          {person.cells.map((cell) => {
            const text = personCellText(cell);
            return (
              <td key={cell.skillId} className="max-w-40 min-w-28 py-close pr-snug">
                {cellHref ? <a href={cellHref(person.id, cell.skillId)}>{text}</a> : text}
                <span className="block text-note text-muted">{personCellState(cell)}</span>
              </td>
            );
          })}
        </tr>
      ))}
    </TableDisclosure>
  );
}

function Head({ matrix }: { matrix: TeamMatrix }) {
  return (
    <tr className="align-bottom">
      <th scope="col" className="sticky left-0 bg-paper py-close pr-snug">Person</th>
      <th scope="col" className="py-close pr-snug">Team</th>
      <th scope="col" className="py-close pr-snug">Role level</th>
      {matrix.skills.map((skill) => (
        <th key={skill.id} scope="col" className="max-w-40 py-close pr-snug">
          {skill.name}
        </th>
      ))}
    </tr>
  );
}
