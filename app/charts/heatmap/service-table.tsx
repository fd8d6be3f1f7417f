import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import { serviceCellState } from './service-cell-state.ts';
import { serviceCellText } from './service-cell-text.ts';
import { TableDisclosure } from './table-disclosure.tsx';

interface ServiceTableProps {
  matrix: ServiceMatrix;
  caption: string;
  /** Where a team's name leads. */
  teamHref: (teamId: string) => string;
  /** Where a cell leads; without it the cells are plain text. */
  cellHref?: (teamId: string, skillId: string) => string;
  /** The skip link of the heatmap goes here. */
  id?: string;
  /** What opens the table. */
  summary?: string;
}

/** The service heatmap as a table: the same rows, columns and texts, with the states in words. Nothing for an empty matrix. */
export function ServiceTable(props: ServiceTableProps) {
  const { matrix, caption, teamHref, cellHref, id = 'service-table', summary = 'Show the same figures as a table' } = props;
  if (matrix.teams.length === 0 || matrix.skills.length === 0) return null;
  return (
    <TableDisclosure id={id} summary={summary} caption={caption} head={<Head matrix={matrix} />}>
      {matrix.teams.map((team) => (
        <tr key={`${team.id}/${team.name}`} className="border-b border-line align-top">
          <th scope="row" className="sticky left-0 max-w-32 bg-paper py-close pr-snug font-strong sm:max-w-60">
            <a href={teamHref(team.id)}>{team.name}</a>
          </th>
          <td className="py-close pr-step text-right">{team.people}</td>
          {team.cells.map((cell) => {
            const text = serviceCellText(cell);
            return (
              <td key={cell.skillId} className="max-w-40 min-w-28 py-close pr-snug">
                {cellHref ? <a href={cellHref(team.id, cell.skillId)}>{text}</a> : text}
                <span className="block text-note text-muted">{serviceCellState(cell)}</span>
              </td>
            );
          })}
        </tr>
      ))}
    </TableDisclosure>
  );
}

function Head({ matrix }: { matrix: ServiceMatrix }) {
  return (
    <tr className="align-bottom">
      <th scope="col" className="sticky left-0 bg-paper py-close pr-snug">Team</th>
      <th scope="col" className="py-close pr-step text-right">People</th>
      {matrix.skills.map((skill) => (
        <th key={skill.id} scope="col" className="max-w-40 py-close pr-snug">
          {skill.name}
        </th>
      ))}
    </tr>
  );
}
