import { type ChangeEvent, type ClipboardEvent, type FocusEvent, type KeyboardEvent, type MouseEvent, useCallback, useRef, useSyncExternalStore } from 'react';
import type { CellAt } from '#app/domain/assessment/grid/grid-words.ts';
import { keyAct } from '#app/domain/assessment/grid/key-act.ts';
import { moveFocus } from '#app/domain/assessment/grid/move-focus.ts';
import { copyArea } from './copy-area.ts';
import { GridCell } from './grid-cell.tsx';
import { GridRowHead } from './grid-row-head.tsx';
import type { GridStore } from './grid-store.ts';
import { gridLook } from './grid-look.ts';
import { bringIntoSight, rowsInSight } from './bring-into-sight.ts';
import { typeCell } from './type-cell.ts';

interface GridTableProps {
  store: GridStore;
  captionId: string;
  typed: ReadonlyMap<string, string>;
  wrong: ReadonlySet<string>;
  onOpen(at: number): void;
  onPaste(text: string): void;
}

/** The place that an event of the table is about; null for what is no cell. */
const atOf = (target: EventTarget): number | null => {
  const at = target instanceof HTMLInputElement ? target.dataset.at : undefined;
  return at === undefined ? null : Number(at);
};

/** People down, skills across. The keyboard moves one focus through it; each answer is typed where it stands. */
export function GridTable({ store, captionId, typed, wrong, onOpen, onPaste }: GridTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  // What the server shows after an act, such as handing in, comes later than the first look at the store.
  const readGrid = () => store.grid;
  const grid = useSyncExternalStore(store.subscribe, readGrid, readGrid);
  const columns = grid.skills.length;
  const cellAt = (at: number): CellAt => ({ row: Math.floor(at / columns), column: at % columns });

  function go(to: CellAt, extend: boolean): void {
    store.focus(to, extend);
    const input = frame.current?.querySelector<HTMLInputElement>(`[data-at="${store.at(to)}"]`);
    if (!input || !frame.current) return;
    input.focus({ preventScroll: true });
    bringIntoSight(frame.current, input);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = atOf(event.target);
    if (at === null || !store.isLive) return;
    const act = keyAct(event);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'move') go(moveFocus(cellAt(at), act.move, { rows: grid.people.length, columns }, rowsInSight(frame.current)), act.extends);
    else if (act.kind === 'type') typeCell(store, at, act.text);
    else if (act.kind === 'open') onOpen(at);
    else if (act.kind === 'select-none') store.focus(cellAt(at));
    else store[act.kind]();
  }

  function onFocus(event: FocusEvent): void {
    const at = atOf(event.target);
    if (at === null || !store.isLive || store.at(store.active) === at) return;
    store.focus(cellAt(at));
    if (frame.current) bringIntoSight(frame.current, event.target as HTMLInputElement);
  }

  function onMouseDown(event: MouseEvent): void {
    const at = atOf(event.target);
    if (at === null || !store.isLive || !event.shiftKey) return;
    event.preventDefault();
    go(cellAt(at), true);
  }

  function onCopy(event: ClipboardEvent): void {
    if (atOf(event.target) === null || !store.isLive) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyArea(store));
    store.say('Copied.');
  }

  function onPasted(event: ClipboardEvent): void {
    if (atOf(event.target) === null || !store.isLive) return;
    event.preventDefault();
    onPaste(event.clipboardData.getData('text/plain'));
  }

  // Screens that have no keys change the field itself: the newest sign is what was typed.
  const onTyped = useCallback((at: number, { target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    if (!store.isLive) return;
    const data = nativeEvent instanceof InputEvent ? nativeEvent.data : null;
    typeCell(store, at, data ?? (target.value === '' ? '' : target.value.slice(-1)));
  }, [store]);

  return (
    <div ref={frame} role="region" aria-labelledby={captionId} className="relative mb-step max-h-[80vh] max-w-full overflow-auto border border-line print:max-h-none print:overflow-visible">
      <table
        role="grid"
        aria-labelledby={captionId}
        aria-multiselectable="true"
        className={gridLook}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onMouseDown={onMouseDown}
        onCopy={onCopy}
        onPaste={onPasted}
      >
        <thead>
          <tr>
            <th scope="col">
              Person
            </th>
            {grid.skills.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.people.map((person, row) => (
            <tr key={person.id}>
              <GridRowHead store={store} person={person} row={row} />
              {grid.skills.map((skill, column) => {
                const key = `${person.id}/${skill.id}`;
                return <GridCell key={key} store={store} grid={grid} at={row * columns + column} typed={typed.get(key)} isWrong={wrong.has(key)} onTyped={onTyped} />;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
