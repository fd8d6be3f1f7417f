import { type FormEvent, useState } from 'react';

interface JumpFormProps {
  isHidden: boolean;
  /** False where no row starts so. */
  jump: (typed: string) => boolean | undefined;
}

/** Leads to the next row whose name starts as is typed. */
export function JumpForm({ isHidden, jump }: JumpFormProps) {
  const [missed, setMissed] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissed(jump((event.currentTarget.elements.namedItem('row') as HTMLInputElement).value) === false);
  };
  return (
    <form onSubmit={submit} className={`heatmap-jump${isHidden ? ' invisible' : ''}`}>
      <label>
        Jump to row <input name="row" type="search" autoComplete="off" />
      </label>
      <button type="submit">Jump</button>
      <span role="status">{missed && 'No row starts so.'}</span>
    </form>
  );
}
