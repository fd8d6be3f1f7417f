import { type FormEvent, useId, useState } from 'react';

interface JumpFormProps {
  isHidden: boolean;
  /** False where no row starts so. */
  jump: (typed: string) => boolean | undefined;
}

/** Leads to the next row whose name starts as is typed. */
export function JumpForm({ isHidden, jump }: JumpFormProps) {
  const [missed, setMissed] = useState(false);
  const missedId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissed(jump(String(new FormData(event.currentTarget).get('row') ?? '')) === false);
  };
  return (
    <form onSubmit={submit} className={`heatmap-jump${isHidden ? ' invisible' : ''}`}>
      <label>
        Jump to row <input name="row" type="search" autoComplete="off" aria-describedby={missedId} />
      </label>{' '}
      <button type="submit">Jump</button>
      <span id={missedId} role="status">
        {missed ? 'No row starts so.' : ''}
      </span>
    </form>
  );
}
