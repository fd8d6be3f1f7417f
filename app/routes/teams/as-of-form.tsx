import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';

interface AsOfFormProps {
  asOf: string;
  today: string;
  /** True when the address asked for something that is no date. */
  unreadable: boolean;
  /** Further parameters of the address to keep. */
  keep?: Record<string, string>;
}

/** Asks the same page about another day. */
export function AsOfForm({ asOf, today, unreadable, keep = {} }: AsOfFormProps) {
  const message = 'Enter a real date, such as 2026-11-02';
  return (
    <>
      <ErrorSummary problems={unreadable ? [{ field: 'asOf', message }] : []} />
      <Details summary={asOf === today ? 'Look at another date' : 'This is not today: change the date'} open={unreadable}>
        <Form method="get" className="flex flex-wrap items-end gap-snug">
          {Object.entries(keep).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <DateField
            name="asOf"
            label="As at"
            hint="Levels and people as they were recorded by that day"
            defaultValue={asOf}
            max={today}
            error={unreadable ? message : null}
          />
          <Button look="secondary">Show</Button>
        </Form>
      </Details>
    </>
  );
}
