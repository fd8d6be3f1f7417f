import { type ReactNode, useEffect, useRef } from 'react';

/** A window over the page, which the browser keeps the focus in; Escape closes it. Only with scripts. */
export function GridDialog({ titleId, onClose, children }: { titleId: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) {
      shown.showModal();
      // Where something is chosen already, that is where one begins.
      shown.querySelector<HTMLElement>('input:checked:enabled')?.focus();
    }
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={titleId} onClose={onClose} className="m-auto max-h-[90vh] w-full max-w-prose overflow-y-auto border-2 border-ink bg-paper p-step text-ink">
      {children}
    </dialog>
  );
}
