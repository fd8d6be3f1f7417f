import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

/** What a round's form holds, as it is typed; a tick is `on`. */
export type CycleFormValues = Partial<Record<'name' | 'teamId' | 'opensOn' | 'selfDueOn' | 'managerDueOn' | 'conversationDueOn' | 'moderationDueOn' | 'closesOn' | 'hidesVoices' | 'remindsByMail' | 'revision', string>>;

interface CycleFormProps {
  teams: readonly { id: string; name: string }[];
  mayBeWhole: boolean;
  problems: readonly Problem[];
  values: CycleFormValues;
  /** Of an open round only the last days can be moved. */
  onlyDays?: boolean;
  submit: string;
}

/** Name, people, days and manners of a round. */
export function CycleForm({ teams, mayBeWhole, problems, values, onlyDays = false, submit }: CycleFormProps) {
  const at = (field: keyof CycleFormValues) => ({ name: field, defaultValue: values[field], error: problemAt(problems, field) });
  const isAsked = (field: 'selfDueOn' | 'moderationDueOn') => !onlyDays || (values[field] ?? '') !== '';
  const options = teams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form method="post">
      {values.revision !== undefined && <input type="hidden" name="revision" value={values.revision} />}
      {!onlyDays && (
        <>
          <TextField {...at('name')} label="Name" hint="For example, Yearly round 2027" />
          <SelectField
            {...at('teamId')}
            label="Who takes part"
            hint="Everybody who stands in the team, or in a team under it, when the round opens. Whoever comes later joins."
            options={mayBeWhole ? [{ value: '', label: 'Everybody in the organisation' }, ...options] : options}
          />
          <DateField {...at('opensOn')} label="Opens on" hint="You open it yourself: until then nobody is asked anything" />
        </>
      )}
      {isAsked('selfDueOn') && (
        <DateField {...at('selfDueOn')} label="Last day for people’s own levels" hint={onlyDays ? 'The manager is not held up by somebody who does not answer' : 'Leave it empty to ask the managers alone'} />
      )}
      <DateField {...at('managerDueOn')} label="Last day for the manager’s levels" hint="The person and the manager answer side by side" />
      <DateField {...at('conversationDueOn')} label="Last day for the conversations" hint="The two sit together and agree each level" />
      {isAsked('moderationDueOn') && (
        <DateField {...at('moderationDueOn')} label="Last day for moderation" hint={onlyDays ? 'Moderators look at agreed levels and decide disputes' : 'Leave it empty where agreed levels are not moderated. Disputes go to a moderator all the same'} />
      )}
      <DateField {...at('closesOn')} label="Closes on" hint="You close it yourself, and see first what is missing" />
      {!onlyDays && (
        <>
          <CheckboxField
            name="hidesVoices"
            label="Hide the two sides from each other until both are in"
            hint="Neither the person nor the manager sees what the other says before both have handed in, so that each says what they think. Then both are shown side by side. Left unticked, each side sees what the other has handed in at once. Nobody else sees anything before both are shown."
            defaultChecked={values.hidesVoices === 'on'}
          />
          <CheckboxField
            name="remindsByMail"
            label="Remind by mail"
            hint="One mail a day at most to each person for whom something waits: when the round opens, seven days and one day before a last day, and weekly after it. No mail holds a level."
            defaultChecked={values.remindsByMail === 'on'}
          />
        </>
      )}
      <Button>{submit}</Button>
    </Form>
  );
}
