import { LevelSteps } from '#app/charts/level-steps.tsx';
import type { CellState, MatrixCell } from '#app/domain/capability/cell.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { levelName } from './level-name.ts';

interface CapabilityTableProps {
  /** Where a skill leads. */
  skillHref: (skillId: string) => string;
  cells: readonly (MatrixCell & { skill: { key: string; name: string; highestLevel: number } })[];
  scales: SkillScales;
}

const stateNames: Record<CellState, string> = {
  'not-expected': 'Not expected',
  'not-assessed': 'Not agreed yet',
  'not-observed': 'Not observed',
  below: 'Below',
  meets: 'Meets',
  above: 'Above',
};

/** Where one person stands, skill by skill. */
export function CapabilityTable({ skillHref, cells, scales }: CapabilityTableProps) {
  if (cells.length === 0) {
    return (
      <EmptyState title="Nothing is expected yet">
        <p>Give this person a role level: the framework then says which skills are expected.</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption="Where this person stands"
      note="Expected skills by name, then others that were assessed. Only agreed levels count."
      rows={cells}
      rowKey={(cell) => cell.skillId}
      columns={[
        {
          key: 'skill',
          head: 'Skill',
          rowHead: true,
          cell: (cell) => <TextLink to={skillHref(cell.skillId)}>{cell.skill.name}</TextLink>,
        },
        {
          key: 'steps',
          head: 'Agreed and expected',
          cell: (cell) => (
            <LevelSteps steps={cell.skill.highestLevel} expectedLevel={cell.expectedLevel} agreedLevel={cell.agreedLevel} />
          ),
        },
        { key: 'expected', head: 'Expected', cell: (cell) => levelName(scales, cell.skillId, cell.expectedLevel) },
        { key: 'agreed', head: 'Agreed', cell: (cell) => levelName(scales, cell.skillId, cell.agreedLevel) },
        { key: 'manager', head: 'Manager', cell: (cell) => levelName(scales, cell.skillId, cell.managerLevel) },
        { key: 'self', head: 'Self', cell: (cell) => levelName(scales, cell.skillId, cell.selfLevel) },
        {
          key: 'state',
          head: 'Standing',
          cell: (cell) => (
            <>
              {cell.marks.includes('exempt') ? 'Exempt' : stateNames[cell.state]}
              {cell.marks.includes('disputed') && <span className="block text-muted">Disputed</span>}
            </>
          ),
        },
        {
          key: 'on',
          head: 'Agreed on',
          cell: (cell) => (
            <>
              {cell.agreedOn && formatDate(cell.agreedOn)}
              {cell.marks.includes('stale') && <span className="block text-muted">Out of date</span>}
              {cell.marks.includes('review') && <span className="block text-muted">To be reviewed: its wording changed since</span>}
            </>
          ),
        },
      ]}
    />
  );
}
