import { type ChangeEvent, memo, useSyncExternalStore } from 'react';
import { answerSign } from '#app/domain/assessment/grid/answer-sign.ts';
import { cellSentence } from '#app/domain/assessment/grid/cell-sentence.ts';
import type { CellState } from '#app/domain/assessment/grid/grid-words.ts';
import type { TeamGrid } from '#app/domain/assessment/grid/team-grid.ts';
import type { GridStore } from './grid-store.ts';
import { cellField } from './seen-cells.ts';

/** In a word, so that the state is told without colour. */
const stateWords: Record<CellState, string> = {
  still: '',
  saving: 'saving',
  saved: '✓ saved',
  waiting: '↑ waiting',
  conflict: '≠ conflict',
  confirm: '? confirm',
  refused: '! refused',
};

interface GridCellProps {
  store: GridStore;
  /** As the store has it: a new one draws the cell again. */
  grid: TeamGrid;
  at: number;
  /** What was typed into a form that came back refused. */
  typed?: string;
  /** True where the answer to a refused form is expected. */
  isWrong: boolean;
  onTyped(at: number, event: ChangeEvent<HTMLInputElement>): void;
}

/** One cell: a field to answer in, what is expected and what was recorded last, and how it is with the server. */
export const GridCell = memo(function GridCell({ store, grid, at, typed, isWrong, onTyped }: GridCellProps) {
  const read = () => store.cell(at);
  const view = useSyncExternalStore(store.subscribe, read, read);
  const person = grid.people[Math.floor(at / grid.skills.length)]!;
  const skill = grid.skills[at % grid.skills.length]!;
  const expectedLevel = grid.expectedLevels[at] ?? null;
  const last = grid.lastAnswers[at] ?? null;
  const { answer, state, hold, isUnchanged, isLive, isActive, isSelected } = view;
  const isHeld = hold !== null;
  const name = cellSentence({
    personName: person.name,
    skillName: skill.name,
    levelNames: skill.levels.map((level) => level.name),
    expectedLevel,
    last,
    lastOn: grid.lastDays[at] ?? null,
    agreed: grid.agreedAnswers[at] ?? null,
    now: answer,
    isUnchanged,
    hasNote: view.note !== null,
    state,
    why: person.closed ?? (hold?.kind === 'refused' || hold?.kind === 'confirm' ? hold.message : null),
  });
  return (
    <td data-state={isHeld ? 'held' : state} data-unasked={expectedLevel === null || undefined} aria-selected={isSelected || undefined}>
      <span className="flex items-center gap-1">
        <input
          id={`cell-${at}`}
          data-at={at}
          name={isLive || person.closed !== null ? undefined : cellField(at)}
          value={typed !== undefined && !isLive ? typed : answerSign(answer)}
          onChange={(event) => onTyped(at, event)}
          aria-label={name}
          aria-invalid={isHeld || (isWrong && !isLive) ? true : undefined}
          readOnly={person.closed !== null}
          tabIndex={isLive ? (isActive ? 0 : -1) : undefined}
          autoComplete="off"
          size={2}
          maxLength={isLive ? undefined : 20}
        />
        <span aria-hidden="true">
          {isUnchanged && '='}
          {expectedLevel ?? '–'}/{last === null ? '–' : answerSign(last)}
          {view.note !== null && ' *'}
        </span>
      </span>
      <span aria-hidden="true" className="block min-h-5 whitespace-nowrap">
        {stateWords[state]}
      </span>
    </td>
  );
});
