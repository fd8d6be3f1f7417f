import { Form } from '@remix-run/react';
import type { ScoringRules } from '#app/domain/assessment/scoring/scoring-rules.ts';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface SchemeFormProps {
  /** What is changed; null for a new scheme. */
  scheme: { name: string; rules: ScoringRules; revision: number } | null;
  problems: readonly Problem[];
  /** What was typed into a form that was refused. */
  typed: Readonly<Record<string, string>>;
}

/** The rules of a scoring scheme, as numbers and lines that can be read aloud. */
export function SchemeForm({ scheme, problems, typed }: SchemeFormProps) {
  const rules = scheme?.rules;
  const field = (name: string, stored: string) => ({ name, defaultValue: typed[name] ?? stored, error: problemAt(problems, name) });
  return (
    <Form method="post" className="max-w-prose">
      {scheme && <input type="hidden" name="revision" value={scheme.revision} />}
      <TextField {...field('name', scheme?.name ?? '')} label="Name" hint="Such as the allowance or the year that it is for" />
      <fieldset className="mb-step">
        <legend className="mb-close font-strong">Points for each expected skill</legend>
        <div className="flex flex-wrap gap-x-step">
          <TextField {...field('below', String(rules?.points.below ?? 0))} label="Below" width="short" inputMode="decimal" />
          <TextField {...field('at', String(rules?.points.at ?? 1))} label="At" width="short" inputMode="decimal" />
          <TextField {...field('above', String(rules?.points.above ?? 2))} label="Above" width="short" inputMode="decimal" />
        </div>
      </fieldset>
      <TextField
        {...field('bestOf', rules?.bestOf ? String(rules.bestOf) : '')}
        label="How many of the best-scoring skills count (optional)"
        hint="Leave it empty to count them all"
        width="short"
        inputMode="numeric"
      />
      <TextField
        {...field('unassessedAllowed', String(rules?.unassessedAllowed ?? 0))}
        label="How many expected skills may be without an agreed level"
        hint="With more, no score is suggested. Exempt skills are left out and held against nobody."
        width="short"
        inputMode="numeric"
      />
      <TextareaField
        {...field('bands', (rules?.bands ?? []).map(({ name, from }) => `${name}: ${from}`).join('\n'))}
        label="Bands (optional)"
        hint="One on a line, in rising order: a name, a colon and the points it begins at. Band 2: 12"
        rows={5}
      />
      <Button>{scheme ? 'Save the rules' : 'Add the scheme, switched off'}</Button>
    </Form>
  );
}
