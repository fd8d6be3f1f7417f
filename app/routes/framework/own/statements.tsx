import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { compareNames } from '#app/domain/framework/compare-names.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { OwnForm } from './own-form.tsx';
import { ownPlace } from './own-place.server.ts';
import { changedAddition, saveOwn } from './save-own.server.ts';
import { typedLines } from './typed-lines.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const place = await ownPlace(request);
  const { frameworkKey, frameworkName, revision, scale, facts } = place.view;
  const before = changedAddition(place, 'statements');
  const values: Record<string, string> = {
    skillName: before?.skillName ?? place.search.get('skill') ?? '',
    ordinal: String(before?.ordinal ?? ''),
    statements: before?.statements.join('\n') ?? '',
  };
  return { frameworkKey, frameworkName, revision, values, scale, skillNames: facts.skills.map(({ name }) => name).sort(compareNames), isNew: before === null };
}

export async function action({ request }: ActionFunctionArgs) {
  return saveOwn(request, 'statements', ({ field }) => ({
    kind: 'statements',
    skillName: cleanName(field('skillName')),
    ordinal: Number(field('ordinal')),
    statements: typedLines(field('statements')),
  }));
}

export const meta: MetaFunction = () => [{ title: pageTitle('Statements of your own') }];

export default function OwnStatements() {
  const { values: found, scale, skillNames, isNew, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const values: Record<string, string> = { ...found, ...refused?.typed };
  return (
    <OwnForm
      {...form}
      title={isNew ? 'Add statements' : `Change the statements on ${found.skillName}`}
      lead="Further lines of one level of a skill. They stand after those of the framework."
      problems={problems}
    >
      <SelectField
        name="skillName"
        label="Skill"
        prompt="Choose a skill"
        options={skillNames.map((name) => ({ value: name, label: name }))}
        defaultValue={values.skillName}
        error={problemAt(problems, 'skillName')}
      />
      <SelectField
        name="ordinal"
        label="Level"
        prompt="Choose a level"
        options={scale.map(({ ordinal, name }) => ({ value: String(ordinal), label: `${name} (${ordinal})` }))}
        defaultValue={values.ordinal}
        error={problemAt(problems, 'ordinal')}
      />
      <TextareaField
        name="statements"
        label="Statements"
        hint="One a line, each to follow “You can”"
        rows={6}
        defaultValue={values.statements}
        error={problemAt(problems, 'statements')}
      />
    </OwnForm>
  );
}
