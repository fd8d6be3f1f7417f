import { sayAnswer } from '#app/domain/assessment/grid/say-answer.ts';
import type { QueuedCell } from '#app/domain/assessment/grid/grid-words.ts';
import { Button } from '#app/ui/button.tsx';
import type { GridStore } from './grid-store.ts';
import { holdWords } from './hold-words.ts';

/** What each button does, by what stands in the way. */
const decisions = {
  conflict: { theirs: 'Keep theirs', mine: 'Use mine' },
  confirm: { theirs: 'Do not answer so', mine: 'Yes, I mean it' },
  refused: { theirs: 'Drop mine', mine: 'Try again' },
} as const;

/** One cell that waits for a decision: both values, and a button for each. */
export function HeldCell({ store, cell, onDecided }: { store: GridStore; cell: QueuedCell; onDecided?: () => void }) {
  const { hold, wanted, attempted } = cell;
  if (hold === null) return null;
  const at = store.whereIs(cell);
  const skill = at === undefined ? undefined : store.grid.skills[at % store.grid.skills.length];
  const levelNames = skill?.levels.map(({ name }) => name) ?? [];
  const name = store.nameOf(cell);
  const words = decisions[hold.kind];
  const decide = (decision: 'mine' | 'theirs') => {
    store.decide(cell, decision);
    onDecided?.();
  };
  return (
    <>
      <p className="mb-close">
        <strong className="font-strong">{name}</strong>: {holdWords(hold, sayAnswer((wanted ?? attempted)?.answer ?? null, levelNames), levelNames)}
      </p>
      <div className="flex flex-wrap gap-snug">
        <Button type="button" look="secondary" onClick={() => decide('theirs')}>
          {words.theirs}
          <span className="sr-only">: {name}</span>
        </Button>
        <Button type="button" onClick={() => decide('mine')}>
          {words.mine}
          <span className="sr-only">: {name}</span>
        </Button>
      </div>
    </>
  );
}

/** Everything that waits for a decision. */
export function HeldCells({ store, held }: { store: GridStore; held: readonly QueuedCell[] }) {
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="held-title" className="mb-step border-l-8 border-danger bg-danger-panel px-gutter py-snug">
      <h2 id="held-title" className="mb-close text-heading-s font-heading">
        {held.length === 1 ? 'One cell waits for you to decide' : `${held.length} cells wait for you to decide`}
      </h2>
      <ul className="grid max-h-96 gap-step overflow-y-auto">
        {held.map((cell) => (
          <li key={`${cell.personId}/${cell.skillId}`}>
            <HeldCell store={store} cell={cell} />
          </li>
        ))}
      </ul>
    </section>
  );
}
