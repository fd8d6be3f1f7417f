import { Form } from '@remix-run/react';
import { type Objective, objectiveOutcomes, type ObjectiveOutcome } from '#app/domain/review/objective.ts';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';

interface ObjectiveEndProps {
  objective: Pick<Objective, 'revision' | 'isOwn'>;
  values: Readonly<Record<string, string>>;
  problems: readonly Problem[];
}

const words: Record<ObjectiveOutcome, string> = { met: 'Met', 'partly-met': 'Partly met', 'not-met': 'Not met', dropped: 'Dropped: no longer wanted' };

/** Says how an open objective ended; and, for who added it by mistake, takes it back. */
export function ObjectiveEnd({ objective, values, problems }: ObjectiveEndProps) {
  return (
    <section aria-labelledby="end-head" className="mt-part border-t-2 border-ink pt-snug">
      <h2 id="end-head" className="mb-snug text-heading-m font-heading">
        How it ended
      </h2>
      <Form method="post">
        <input type="hidden" name="revision" value={objective.revision} />
        <RadioGroup
          name="outcome"
          label="Outcome"
          error={problemAt(problems, 'outcome')}
          options={objectiveOutcomes.map((value) => ({ value, label: words[value] }))}
          defaultValue={values.outcome}
        />
        <TextareaField
          name="outcomeWords"
          label="What came of it (optional)"
          hint="A level that was reached is agreed on the page Agree, not here."
          rows={3}
          error={problemAt(problems, 'outcomeWords')}
          defaultValue={values.outcomeWords}
        />
        <Button look="secondary" name="end" value="yes">
          End the objective
        </Button>
      </Form>
      {objective.isOwn && (
        <div className="mt-part">
          <Details summary="Withdraw an objective that was added by mistake">
            <p className="mb-snug max-w-prose">Nobody will see it any more, and it cannot be brought back. One that is no longer wanted is better ended as dropped.</p>
            <Form method="post">
              <Button look="warning" name="withdraw" value="yes">
                Withdraw it
              </Button>
            </Form>
          </Details>
        </div>
      )}
    </section>
  );
}
