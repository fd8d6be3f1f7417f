import { Form } from '@remix-run/react';
import { useId, useState, useSyncExternalStore } from 'react';
import { parseBlock } from '#app/domain/assessment/grid/parse-block.ts';
import { type PastePlan, planPaste } from '#app/domain/assessment/grid/plan-paste.ts';
import type { TeamGrid } from '#app/domain/assessment/grid/team-grid.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { CellPanel } from './cell-panel.tsx';
import type { KeptFor } from './grid-keeping.ts';
import { GridStatusLine } from './grid-status-line.tsx';
import type { GridStore } from './grid-store.ts';
import { GridTable } from './grid-table.tsx';
import { GridTroubles } from './grid-troubles.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { seenCells } from './seen-cells.ts';
import { useGridStore } from './use-grid-store.ts';

interface TeamGridFormProps {
  grid: TeamGrid;
  keptFor: KeptFor;
  /** Milliseconds, by the server's clock. */
  now: number;
  /** The first day that an exemption can end on. */
  tomorrow: string;
  caption: string;
  /** What came back with a form that was refused. */
  refused: { typed: readonly { key: string; text: string }[]; wrong: readonly string[]; confirm: readonly { key: string; name: string }[]; missingFor: string | null } | null;
}

/** The grid with everything around it. Without scripts it is a form with one button that saves every cell that was changed. */
export function TeamGridForm({ grid, keptFor, now, tomorrow, caption, refused }: TeamGridFormProps) {
  const store = useGridStore(grid, keptFor, now);
  const { isLive } = useSyncExternalStore(store.subscribe, store.summary, store.summary);
  const captionId = useId();
  const [openAt, setOpenAt] = useState<number | null>(null);
  const [plan, setPlan] = useState<PastePlan | null>(null);
  const backToCell = () => document.querySelector<HTMLElement>(`[data-at="${store.at(store.active)}"]`)?.focus();
  return (
    <>
      <Form method="post" autoComplete="off">
        <input type="hidden" name="seen" value={JSON.stringify(seenCells(grid))} />
        {(['record', 'hand-in'] as const).map((act) => (
          <input key={act} type="hidden" name={`people.${act}`} value={grid.people.flatMap((person) => (person.act === act ? person.id : [])).join(',')} />
        ))}
        <p id={captionId} className="mb-close text-dense">
          <strong className="font-strong">{caption}</strong> Beside each answer: expected / recorded last. 0 is not yet at the first level, n not observed, x exempt, = no change since, * a note.
        </p>
        <div className="mb-close flex flex-wrap items-center gap-x-step gap-y-close">
          <GridStatusLine store={store} />
          {isLive ? (
            <Toolbar store={store} />
          ) : (
            // The first button of a form is what Enter in a field presses.
            <Button name="intent" value="save">
              Save
            </Button>
          )}
        </div>
        <GridTroubles store={store} />
        <GridTable
          store={store}
          captionId={captionId}
          typed={new Map(refused?.typed.map(({ key, text }) => [key, text]))}
          wrong={new Set(refused?.wrong)}
          onOpen={setOpenAt}
          onPaste={(text) => {
            const pasted = planPaste(parseBlock(text), store.area, groundOf(store));
            if (pasted.refused.length + pasted.beyond > 0) setPlan(pasted);
            else store.write(pasted.changes.map(({ change, ...cell }) => ({ at: store.at(cell), change })));
          }}
        />
        <Confirmations cells={refused?.confirm ?? []} />
        <Buttons grid={grid} store={store} missingFor={refused?.missingFor ?? null} />
      </Form>
      {openAt !== null && <CellPanel store={store} at={openAt} tomorrow={tomorrow} onClose={() => (setOpenAt(null), backToCell())} />}
      {plan && <PasteDialog store={store} plan={plan} onClose={() => (setPlan(null), backToCell())} />}
    </>
  );
}

/** What a paste has to fit. */
function groundOf({ grid }: GridStore) {
  const columns = grid.skills.length;
  return {
    rows: grid.people.length,
    columns,
    levelNames: (column: number) => grid.skills[column]!.levels.map(({ name }) => name),
    closed: (row: number) => grid.people[row]!.closed,
    lastAnswer: (cell: { row: number; column: number }) => {
      const at = cell.row * columns + cell.column;
      return grid.lastAnswers[at] ?? grid.agreedAnswers[at] ?? null;
    },
  };
}

function Toolbar({ store }: { store: GridStore }) {
  return (
    <>
      <div className="flex flex-wrap gap-close">
        <Button type="button" look="secondary" onClick={() => store.undo()}>
          Undo
        </Button>
        <Button type="button" look="secondary" onClick={() => store.redo()}>
          Do again
        </Button>
        <Button type="button" look="secondary" onClick={() => store.fill()}>
          Fill the column down
        </Button>
      </div>
      <div className="has-[details[open]]:w-full *:mb-0">
        <Details summary="Keys of the grid">
          <ul className="grid gap-hair">
            <li>Arrows, Home, End, Page Up and Page Down move; with Shift they choose a block.</li>
            <li>0 to the last level answers, n is not observed, = is no change since, Delete clears.</li>
            <li>Enter opens a cell: what the levels mean, a note, an exemption.</li>
            <li>Ctrl+Z undoes, Ctrl+Y does again, Ctrl+D fills the column down where it is empty.</li>
            <li>Ctrl+C and Ctrl+V copy and paste a block, also from and to a spreadsheet.</li>
          </ul>
        </Details>
      </div>
    </>
  );
}

/** Levels that the framework does not define, to be confirmed where there are no scripts. */
function Confirmations({ cells }: { cells: readonly { key: string; name: string }[] }) {
  if (cells.length === 0) return null;
  return (
    <fieldset className="mb-step">
      <legend className="mb-close font-strong">The framework does not define these levels. Tick those that you mean all the same, and save again.</legend>
      {cells.map(({ key, name }) => (
        <label key={key} className="flex min-h-target items-center gap-close">
          <input type="checkbox" name="confirm" value={key} className="size-6 accent-action" /> {name}
        </label>
      ))}
    </fieldset>
  );
}

function Buttons({ grid, store, missingFor }: { grid: TeamGrid; store: GridStore; missingFor: string | null }) {
  const { isLive, unsent, recordable } = useSyncExternalStore(store.subscribe, store.summary, store.summary);
  const inRound = grid.people.some(({ act }) => act === 'hand-in');
  const outside = grid.people.some(({ act }) => act === 'record');
  const missing = grid.people.find(({ id }) => id === missingFor);
  return (
    <div className="flex flex-wrap gap-snug">
      {!isLive && (
        <Button name="intent" value="save">
          Save
        </Button>
      )}
      {missing && (
        <Button name="intent" value={`hand-in-without:${missing.id}`} look="secondary">
          Hand {missing.name} in without the missing answers
        </Button>
      )}
      {inRound && (
        <Button name="intent" value="hand-in-complete" look={isLive ? 'primary' : 'secondary'} disabled={unsent > 0}>
          Hand in everybody who is complete
        </Button>
      )}
      {outside && (
        <Button name="intent" value="record" look={isLive ? 'primary' : 'secondary'} disabled={unsent > 0 || (isLive && recordable === 0)}>
          {`Put ${recordable} ${recordable === 1 ? 'answer' : 'answers'} on record`}
        </Button>
      )}
    </div>
  );
}
