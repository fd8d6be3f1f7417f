import { Form } from '@remix-run/react';
import { auditGroups } from '#app/domain/access/audit-groups.ts';
import { Button } from '#app/ui/button.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

type FilterName = 'from' | 'to' | 'who' | 'group' | 'subject';

interface AuditFilterFormProps {
  typed: Record<FilterName, string>;
  problems: readonly { field: string | null; message: string }[];
  today: string;
  /** The address of the page with one filter taken away. */
  withoutFilter: (name: FilterName) => string;
}

const words: Record<FilterName, string> = { from: 'From', to: 'To', who: 'Done by', group: 'About', subject: 'Done to' };

function shownValue(name: FilterName, value: string): string {
  return name === 'group' ? (auditGroups.find(({ key }) => key === value)?.label ?? value) : value;
}

/** Narrows the audit; each filter in use can be taken away by itself. */
export function AuditFilterForm({ typed, problems, today, withoutFilter }: AuditFilterFormProps) {
  const errorOf = (name: FilterName) => problems.find(({ field }) => field === name)?.message;
  const inUse = (Object.keys(words) as FilterName[]).filter((name) => typed[name] !== '');
  return (
    <section aria-label="Filters">
      {/* With another key the fields take what the address now says, also after a filter was taken away. */}
      <Form key={JSON.stringify(typed)} method="get" className="mb-step grid gap-x-step sm:grid-cols-2 lg:grid-cols-3">
        <DateField name="from" label="From" hint="The first day" defaultValue={typed.from} max={today} error={errorOf('from')} />
        <DateField name="to" label="To" hint="The last day" defaultValue={typed.to} max={today} error={errorOf('to')} />
        <SelectField
          name="group"
          label="About"
          hint="What kind of event"
          prompt="Everything"
          defaultValue={typed.group}
          options={auditGroups.map(({ key, label }) => ({ value: key, label }))}
        />
        <TextField name="who" label="Done by" hint="Part of a name, or an id" defaultValue={typed.who} />
        <TextField name="subject" label="Done to" hint="Part of a name, or an id" defaultValue={typed.subject} />
        <div className="mb-step self-end">
          <Button look="secondary">Show</Button>
        </div>
      </Form>
      {inUse.length > 0 && (
        <ul className="mb-step flex flex-wrap gap-close" aria-label="Filters in use">
          {inUse.map((name) => (
            <li key={name} className="max-w-full border border-edge bg-panel px-close py-hair text-dense wrap-anywhere">
              {words[name]}: {shownValue(name, typed[name])}{' '}
              <TextLink to={withoutFilter(name)}>
                Remove<span className="sr-only"> the filter {words[name]}</span>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
