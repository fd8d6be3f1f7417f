import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { OwnForm } from './own-form.tsx';
import { ownPlace } from './own-place.server.ts';
import { readRoleLevelValue, roleLevelOptions, roleLevelValue } from './role-level-choice.ts';
import { changedAddition, saveOwn } from './save-own.server.ts';
import { typedGrades } from './typed-grades.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const place = await ownPlace(request);
  const { frameworkKey, frameworkName, revision, facts } = place.view;
  const before = changedAddition(place, 'grades');
  const values: Record<string, string> = {
    roleLevel: before === null ? '' : roleLevelValue(before.roleName, before.roleLevelName),
    grades: before?.grades.join(', ') ?? '',
  };
  return { frameworkKey, frameworkName, revision, values, roleLevels: roleLevelOptions(facts), changed: before?.roleLevelName ?? null };
}

export async function action({ request }: ActionFunctionArgs) {
  return saveOwn(request, 'grades', ({ field }) => {
    const { roleName, roleLevelName } = readRoleLevelValue(field('roleLevel'));
    return { kind: 'grades', roleName, roleLevelName: roleLevelName ?? '', grades: typedGrades(field('grades')), released: null };
  });
}

export const meta: MetaFunction = () => [{ title: pageTitle('Grades of your own') }];

export default function OwnGrades() {
  const { values: found, roleLevels, changed, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const values: Record<string, string> = { ...found, ...refused?.typed };
  return (
    <OwnForm
      {...form}
      title={changed === null ? 'Give other grades' : `Change the grades of ${changed}`}
      lead="Where your organisation grades a role level otherwise than the framework does."
      problems={problems}
    >
      <SelectField name="roleLevel" label="Role level" prompt="Choose a role level" options={roleLevels} defaultValue={values.roleLevel} error={problemAt(problems, 'roleLevel')} />
      <TextField
        name="grades"
        label="Grades"
        hint="With commas between them, for example HEO, SEO. Leave empty where it has no grade here."
        width="half"
        defaultValue={values.grades}
        error={problemAt(problems, 'grades')}
        autoComplete="off"
      />
    </OwnForm>
  );
}
