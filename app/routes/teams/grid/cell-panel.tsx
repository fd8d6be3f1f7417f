import { Link } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import { sayAnswer } from '#app/domain/assessment/grid/say-answer.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { GridDialog } from './grid-dialog.tsx';
import type { GridStore } from './grid-store.ts';
import { HeldCell } from './held-cells.tsx';

const choiceOf = (answer: Answer | null) => (answer === null ? 'none' : answer.kind === 'level' ? String(answer.level) : answer.kind);

/** What the fields of the panel say; a message where they say nothing that can be kept. */
function readPanel(form: FormData): { answer: Answer | null } | string {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const choice = text('answer');
  if (choice === 'none') return { answer: null };
  if (choice === 'not-observed') return { answer: { kind: 'not-observed' } };
  if (choice !== 'exempt') return { answer: { kind: 'level', level: Number(choice) } };
  const [until, reason] = [text('until'), text('reason')];
  if (until === '' || reason === '') return 'An exemption needs a last day and a reason';
  return { answer: { kind: 'exempt', until, reason } };
}

/** One cell with room: what the levels mean, a note, an exemption, and what was said before. */
export function CellPanel({ store, at, tomorrow, onClose }: { store: GridStore; at: number; tomorrow: string; onClose: () => void }) {
  const { grid } = store;
  const person = grid.people[Math.floor(at / grid.skills.length)]!;
  const skill = grid.skills[at % grid.skills.length]!;
  const view = store.cell(at);
  const queued = store.sender.queue.find(({ personId, skillId }) => personId === person.id && skillId === skill.id);
  const [problem, setProblem] = useState<string | null>(null);
  const levelNames = skill.levels.map(({ name }) => name);
  const expected = grid.expectedLevels[at] ?? null;
  const [last, agreed] = [grid.lastAnswers[at] ?? null, grid.agreedAnswers[at] ?? null];
  const exempt = view.answer?.kind === 'exempt' ? view.answer : null;

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = readPanel(form);
    if (typeof read === 'string') {
      setProblem(read);
      return;
    }
    const note = String(form.get('note') ?? '').trim() || null;
    const isSame = choiceOf(read.answer) === choiceOf(view.answer) && read.answer?.kind !== 'exempt';
    const flags = { unchanged: isSame && view.isUnchanged, undefinedConfirmed: isSame && view.undefinedConfirmed };
    store.write([{ at, change: { ...read, ...flags, ...(note === view.note ? {} : { note }) } }]);
    onClose();
  }

  const choice = (value: string, label: string, hint?: string) => (
    <Choice key={value} type="radio" name="answer" id={`panel-${value}`} value={value} label={label} hint={hint} defaultChecked={choiceOf(view.answer) === value} disabled={person.closed !== null} />
  );
  return (
    <GridDialog titleId="panel-title" onClose={onClose}>
      <h2 id="panel-title" className="mb-close text-heading-m font-heading">
        {skill.name} <span className="block text-body font-regular">{person.name}</span>
      </h2>
      <p className="mb-snug text-dense text-muted">
        {expected === null ? 'Not expected of this role level' : `Expected: ${sayAnswer({ kind: 'level', level: expected }, levelNames)}`}. Recorded last:{' '}
        {last === null ? 'nothing' : `${sayAnswer(last, levelNames)}, ${formatDate(grid.lastDays[at] ?? '')}`}. Agreed last: {agreed === null ? 'nothing' : sayAnswer(agreed, levelNames)}.
      </p>
      {person.closed !== null && <p className="mb-snug font-strong">{person.closed}</p>}
      {queued?.hold && (
        <div className="mb-step border-l-8 border-danger bg-danger-panel p-snug">
          <HeldCell store={store} cell={queued} onDecided={onClose} />
        </div>
      )}
      <form onSubmit={save} noValidate>
        <FieldFrame as="group" id="panel-answer" label="Answer" error={problem}>
          {choice('0', '0 Not yet at the first level')}
          {skill.levels.map(({ name, isDefined, statements }, place) =>
            choice(String(place + 1), `${place + 1} ${name}${isDefined ? '' : ' (not defined by the framework)'}`, statements.join(' ')),
          )}
          {choice('not-observed', 'Not observed')}
          {choice('exempt', 'Exempt')}
          {choice('none', 'No answer')}
        </FieldFrame>
        <DateField name="until" id="panel-until" label="Last day of the exemption" min={tomorrow} defaultValue={exempt?.until} />
        <TextField name="reason" id="panel-reason" label="Reason for the exemption" maxLength={1000} defaultValue={exempt?.reason} />
        <TextareaField name="note" id="panel-note" label="Note (optional)" rows={3} maxLength={4000} defaultValue={view.note ?? ''} readOnly={person.closed !== null} />
        <div className="flex flex-wrap items-center gap-snug">
          {person.closed === null && <Button>Answer</Button>}
          <Button type="button" look="secondary" onClick={onClose}>
            Close
          </Button>
          <Link to={`/people/${person.id}/assess?skill=${skill.id}#skill-${skill.id}`} className="text-link underline hover:text-link-hover focus-visible:bg-focus focus-visible:text-ink">
            Everything about {person.name}
          </Link>
        </div>
      </form>
    </GridDialog>
  );
}
