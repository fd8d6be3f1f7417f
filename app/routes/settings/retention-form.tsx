import { Form } from '@remix-run/react';
import { retentionClasses } from '#app/domain/privacy/retention-class.ts';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import type { Retention } from '#app/services/privacy/read-retention.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface RetentionFormProps {
  revision: number;
  classes: Retention['classes'];
  problems: readonly Problem[];
  typed: Record<string, string> | undefined;
}

/** How long each class is kept, and what the next run would erase of it. */
export function RetentionForm({ revision, classes, problems, typed }: RetentionFormProps) {
  return (
    <Form method="post" className="mb-part">
      <input type="hidden" name="revision" value={revision} />
      {classes.map(({ name, keepDays, dueNow }) => {
        const { title, what, standardDays, minimumDays, maximumDays } = retentionClasses[name];
        return (
          <TextField
            key={name}
            name={name}
            label={`${title}: days`}
            hint={
              <>
                {what} From {minimumDays} to {maximumDays} days; as standard {standardDays}.{' '}
                {dueNow > 0 && <strong className="text-ink">The next run erases {dueNow}.</strong>}
              </>
            }
            inputMode="numeric"
            width="short"
            defaultValue={typed?.[name] ?? String(keepDays)}
            error={problemAt(problems, name)}
          />
        );
      })}
      <Button>Save</Button>
    </Form>
  );
}
