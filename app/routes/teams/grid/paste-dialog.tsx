import type { PastePlan } from '#app/domain/assessment/grid/plan-paste.ts';
import { Button } from '#app/ui/button.tsx';
import { GridDialog } from './grid-dialog.tsx';
import type { GridStore } from './grid-store.ts';

const listed = 50;

/** What a paste would do, where not all of it can be done; nothing is changed before it is said yes to. */
export function PasteDialog({ store, plan, onClose }: { store: GridStore; plan: PastePlan; onClose: () => void }) {
  const { changes, refused, beyond } = plan;
  const cells = (count: number) => (count === 1 ? 'one cell' : `${count} cells`);
  return (
    <GridDialog titleId="paste-title" onClose={onClose}>
      <h2 id="paste-title" className="mb-snug text-heading-m font-heading">
        {refused.length + beyond === 1 ? 'One text cannot be pasted' : `${refused.length + beyond} texts cannot be pasted`}
      </h2>
      <ul className="mb-step grid max-h-96 gap-close overflow-y-auto">
        {refused.slice(0, listed).map(({ row, column, text, why }) => (
          <li key={`${row}/${column}`}>
            <strong className="font-strong">{store.nameOf(store.placeOf(store.at({ row, column })))}</strong>, “{text.slice(0, 60)}”: {why}
          </li>
        ))}
        {refused.length > listed && <li>And {refused.length - listed} more.</li>}
        {beyond > 0 && <li>{beyond === 1 ? 'One text stands' : `${beyond} texts stand`} beyond the last row or column.</li>}
      </ul>
      <div className="flex flex-wrap gap-snug">
        {changes.length > 0 && (
          <Button
            type="button"
            onClick={() => {
              store.write(changes.map(({ change, ...cell }) => ({ at: store.at(cell), change })));
              onClose();
            }}
          >
            Paste the rest: {cells(changes.length)}
          </Button>
        )}
        <Button type="button" look="secondary" onClick={onClose}>
          {changes.length > 0 ? 'Paste nothing' : 'Close'}
        </Button>
      </div>
    </GridDialog>
  );
}
