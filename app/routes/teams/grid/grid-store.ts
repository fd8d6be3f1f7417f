import { cellKey } from '#app/domain/assessment/grid/cell-key.ts';
import { countAnswered } from '#app/domain/assessment/grid/count-answered.ts';
import type { CellArea, CellAt, CellChange, CellPlace, GridHistory, QueuedCell } from '#app/domain/assessment/grid/grid-words.ts';
import { bareCell } from '#app/domain/assessment/grid/bare-cell.ts';
import { planFill } from '#app/domain/assessment/grid/plan-fill.ts';
import { recordStep } from '#app/domain/assessment/grid/record-step.ts';
import { stepBack } from '#app/domain/assessment/grid/step-back.ts';
import { stepForward } from '#app/domain/assessment/grid/step-forward.ts';
import type { TeamGrid } from '#app/domain/assessment/grid/team-grid.ts';
import { CellSender, type SavedResult, type SenderTools } from './cell-sender.ts';
import { type CellView, holdsTheSame, viewOf } from './cell-view.ts';

/** What the page says of the grid as a whole. */
export interface GridStatus {
  /** Typed and not acknowledged, whatever the reason. */
  unsent: number;
  failures: number;
  stopped: CellSender['stopped'];
  isKept: boolean;
  /** Cells that wait for a decision, in the order of the queue. */
  held: readonly QueuedCell[];
  answered: number;
  expected: number;
  /** Answers that can be put on record as they stand. */
  recordable: number;
  /** What a screen reader is told. */
  said: string;
  isLive: boolean;
}

export type RowStatus = ReturnType<typeof countAnswered>;

/**
 * The grid in the browser: what is shown of every cell, where the focus is, and what was done and can be undone. React reads it
 * cell by cell, so that a key redraws one cell and not sixteen hundred.
 */
export class GridStore {
  grid: TeamGrid;
  /** False until the browser has taken over from the form that works without scripts. */
  isLive = false;
  active: CellAt = { row: 0, column: 0 };
  area: CellArea = { top: 0, left: 0, bottom: 0, right: 0 };
  readonly sender: CellSender;
  private anchor: CellAt = this.active;
  private history: GridHistory = { done: [], undone: [] };
  private said = '';
  private places: CellPlace[] = [];
  private placeAt = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly shown = new Map<string, { turn: number; value: object }>();
  private turn = 0;

  constructor(grid: TeamGrid) {
    this.grid = grid;
    this.sender = new CellSender({
      changed: () => this.tell(),
      answered: (results, failuresBefore) => this.tellResults(results, failuresBefore),
      failed: (failures) => {
        if (failures === 1) this.said = 'The server cannot be reached. What you type is kept and sent later.';
      },
    });
    this.load(grid);
  }

  /** Takes what the server shows now; what is typed and unsent stays as it is. */
  load(grid: TeamGrid): void {
    this.grid = grid;
    this.places = grid.people.flatMap(({ id: personId }) => grid.skills.map(({ id: skillId }) => ({ personId, skillId })));
    this.placeAt = new Map(this.places.map((place, at) => [cellKey(place), at]));
    const keyAt = (at: number) => cellKey(this.places[at]!);
    this.sender.load(
      new Map(grid.answers.map((answer) => [keyAt(answer.at), bareCell(answer)])),
      new Map(grid.lastSequences.map((sequence, at) => [keyAt(at), sequence])),
    );
    this.tell();
  }

  goLive(tools: SenderTools): void {
    this.isLive = true;
    this.sender.goLive(tools);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  cell = (at: number): CellView =>
    this.same(`cell ${at}`, () => {
      const row = Math.floor(at / this.grid.skills.length);
      const column = at % this.grid.skills.length;
      const { top, left, bottom, right } = this.area;
      const isSelected = this.isLive && (top !== bottom || left !== right) && row >= top && row <= bottom && column >= left && column <= right;
      const isActive = this.isLive && this.active.row === row && this.active.column === column;
      return viewOf(this.sender, cellKey(this.places[at]!), { isActive, isSelected, isLive: this.isLive });
    });

  row = (row: number): RowStatus =>
    this.same(`row ${row}`, () => {
      const first = row * this.grid.skills.length;
      return countAnswered(
        this.grid.skills.map((_, column) => ({
          isExpected: this.grid.expectedLevels[first + column] != null,
          isAnswered: this.cell(first + column).answer !== null,
        })),
      );
    });

  summary = (): GridStatus =>
    this.same('all', () => {
      const { queue, failures, stopped, isKept } = this.sender;
      // Nobody waits here for answers of somebody who is closed and has none, such as the reader.
      const rows = this.grid.people.flatMap(({ closed }, row) => (closed !== null && this.row(row).answered === 0 ? [] : [this.row(row)]));
      const sum = (name: 'answered' | 'expected') => rows.reduce((so, row) => so + row[name], 0);
      const recordable = this.grid.people.reduce((so, { act }, row) => so + (act === 'record' ? this.grid.skills.filter((_, column) => this.cell(this.at({ row, column })).answer !== null).length : 0), 0);
      const held = this.same('held', () => queue.filter(({ hold }) => hold !== null));
      return { unsent: queue.length, failures, stopped, isKept, held, answered: sum('answered'), expected: sum('expected'), recordable, said: this.said, isLive: this.isLive };
    });

  at({ row, column }: CellAt): number {
    return row * this.grid.skills.length + column;
  }

  placeOf(at: number): CellPlace {
    return this.places[at]!;
  }

  /** Where a cell stands; undefined where it is not shown here. */
  whereIs(place: CellPlace): number | undefined {
    return this.placeAt.get(cellKey(place));
  }

  focus(cell: CellAt, extend = false): void {
    if (!extend) this.anchor = cell;
    const { anchor } = this;
    this.active = cell;
    this.area = {
      top: Math.min(anchor.row, cell.row),
      bottom: Math.max(anchor.row, cell.row),
      left: Math.min(anchor.column, cell.column),
      right: Math.max(anchor.column, cell.column),
    };
    this.tell();
  }

  /** Writes changes as one step that can be undone. What changes nothing is no step. */
  write(changes: readonly { at: number; change: CellChange }[]): void {
    const cells = changes.map(({ at, change }) => ({ ...this.placeOf(at), before: this.changeAt(at, change), after: change }));
    const before = this.history;
    this.history = recordStep(before, { cells });
    if (this.history === before) return;
    this.apply(this.history.done.at(-1)!.cells.map(({ personId, skillId, after }) => ({ personId, skillId, change: after })));
  }

  undo(): void {
    this.go(stepBack(this.history), 'undone');
  }

  redo(): void {
    this.go(stepForward(this.history), 'done again');
  }

  /** Hands the answer of the focused cell down its column, to those who have none. */
  fill(): void {
    const { row, column } = this.active;
    const cells = this.grid.people.map(({ closed }, down) => ({ ...this.cell(this.at({ row: down, column })), isOpen: closed === null }));
    const rows = planFill(cells, row);
    const { answer = null, undefinedConfirmed = false } = cells[row] ?? {};
    this.write(rows.map((down) => ({ at: this.at({ row: down, column }), change: { answer, unchanged: false, undefinedConfirmed } })));
    this.say(rows.length === 0 ? 'Nothing to fill: no cell below is empty, or this one is.' : `${rows.length} ${rows.length === 1 ? 'cell' : 'cells'} filled down.`);
  }

  decide(place: CellPlace, decision: 'mine' | 'theirs'): void {
    this.sender.decide(place, decision);
  }

  say(text: string): void {
    this.said = text;
    this.tell();
  }

  private go(step: ReturnType<typeof stepBack>, done: string): void {
    if (!step) {
      this.say(`Nothing can be ${done}.`);
      return;
    }
    this.history = step.history;
    this.apply(step.changes);
    this.say(step.changes.length === 1 ? `${this.nameOf(step.changes[0]!)}: ${done}.` : `${step.changes.length} cells ${done}.`);
  }

  private apply(changes: readonly (CellPlace & { change: CellChange })[]): void {
    this.sender.take(changes.map((one) => ({ ...one, question: this.questionOf(one, one.change) })));
  }

  private changeAt(at: number, like: CellChange): CellChange {
    const { answer, isUnchanged, undefinedConfirmed, note } = this.cell(at);
    return { answer, unchanged: isUnchanged, undefinedConfirmed, ...(like.note === undefined ? {} : { note }) };
  }

  /** A level that the framework does not define is asked about here, so that it is asked without a network too. */
  private questionOf(place: CellPlace, { answer, undefinedConfirmed, unchanged }: CellChange): string | null {
    const at = this.whereIs(place);
    if (at === undefined || answer?.kind !== 'level' || answer.level === 0 || undefinedConfirmed || unchanged) return null;
    const skill = this.grid.skills[at % this.grid.skills.length]!;
    const isDefined = skill.levels[answer.level - 1]?.isDefined ?? true;
    return isDefined ? null : `The framework does not define level ${answer.level} of ${skill.name}. Do you mean it?`;
  }

  private tellResults(results: readonly SavedResult[], failuresBefore: number): void {
    const told = results.flatMap(({ outcome, ...place }) =>
      outcome.ok ? [] : [`${this.nameOf(place)}: ${outcome.hold.kind === 'conflict' ? 'somebody else answered meanwhile.' : outcome.hold.message}`],
    );
    const saved = results.filter(({ outcome }) => outcome.ok);
    const what = saved.length === 1 ? `${this.nameOf(saved[0]!)}: saved` : `${saved.length} cells saved`;
    if (saved.length > 0) told.push(`${what}${failuresBefore > 0 ? ', the server can be reached again' : ''}.`);
    this.say(told.join(' '));
  }

  nameOf(place: CellPlace): string {
    const at = this.whereIs(place);
    const { skills, people } = this.grid;
    if (at === undefined) return 'A cell that is not shown here';
    return `${people[Math.floor(at / skills.length)]!.name}, ${skills[at % skills.length]!.name}`;
  }

  /** The same object as long as it says the same, so that nothing is drawn anew for nothing. */
  private same<T extends object>(name: string, make: () => T): T {
    const before = this.shown.get(name);
    if (before?.turn === this.turn) return before.value as T;
    const made = make();
    const value = before && holdsTheSame(before.value as T, made) ? (before.value as T) : made;
    this.shown.set(name, { turn: this.turn, value });
    return value;
  }

  private tell(): void {
    this.turn += 1;
    for (const listener of this.listeners) listener();
  }
}
