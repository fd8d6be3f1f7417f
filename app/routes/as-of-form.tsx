import { Form } from '@remix-run/react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { AskedDay } from '#app/platform/asked-as-of.ts';
import { Button } from '#app/ui/button.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

interface AsOfFormProps {
  asked: AskedDay;
  /** Further parameters of the address to keep. */
  keep?: Record<string, string>;
  /** What of a page that looks back is as it was on that day, and what is as it is now. */
  then?: string;
}

const levelsThen = 'Levels and people are as they stood on that day, set against the framework version that is adopted now.';

/** Asks the same page about another day, and says so where it is not today. Stands above what it is about. */
export function AsOfForm({ asked, keep = {}, then = levelsThen }: AsOfFormProps) {
  const { asOf, today, problem } = asked;
  return (
    <>
      <ErrorSummary problems={problem === null ? [] : [{ field: 'asOf', message: problem }]} />
      {asOf !== today && (
        <div className="print:hidden">
          <Notice kind="information">
            This page looks back to {formatDate(asOf)}. {then} <TextLink to={`?${new URLSearchParams(keep).toString()}`}>Show today</TextLink>
          </Notice>
        </div>
      )}
      <Details summary={asOf === today ? 'Look at another date' : 'Look at yet another date'} open={problem !== null}>
        <Form method="get" className="flex flex-wrap items-end gap-snug">
          {Object.entries(keep).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <DateField name="asOf" label="As at" hint="A day up to today" defaultValue={asOf} max={today} error={problem} />
          <Button look="secondary">Show</Button>
        </Form>
      </Details>
    </>
  );
}
