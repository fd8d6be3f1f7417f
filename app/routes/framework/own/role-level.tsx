import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
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
  const before = changedAddition(place, 'role-level');
  const itself = before && roleLevelValue(before.roleName, before.roleLevel.name);
  const places = roleLevelOptions(facts)
    // Where it stands is not for moving it to another role: people are placed in it as a part of this one.
    .filter(({ group }) => before === null || group === before.roleName)
    .map(({ group, options }) => ({
      group,
      options: [
        { value: roleLevelValue(group, null), label: 'As the most junior' },
        ...options.filter(({ value }) => value !== itself).map(({ value, label }) => ({ value, label: `After ${label}` })),
      ],
    }));
  const values: Record<string, string> = {
    place: before === null ? '' : roleLevelValue(before.roleName, before.after),
    name: before?.roleLevel.name ?? '',
    description: before?.roleLevel.description ?? '',
    grades: before?.roleLevel.grades?.join(', ') ?? '',
  };
  return { frameworkKey, frameworkName, revision, values, places, isNew: before === null };
}

export async function action({ request }: ActionFunctionArgs) {
  return saveOwn(request, 'role-level', ({ field }, before) => {
    const { roleName, roleLevelName } = readRoleLevelValue(field('place'));
    const grades = typedGrades(field('grades'));
    return {
      kind: 'role-level',
      roleName: before?.roleName ?? roleName,
      after: roleLevelName,
      roleLevel: {
        name: cleanName(field('name')),
        description: cleanText(field('description')) || null,
        seniority: null,
        grades: grades.length === 0 ? null : grades,
        expectations: before?.roleLevel.expectations ?? [],
      },
    };
  });
}

export const meta: MetaFunction = () => [{ title: pageTitle('A role level of your own') }];

export default function OwnRoleLevel() {
  const { values: found, places, isNew, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const values: Record<string, string> = { ...found, ...refused?.typed };
  return (
    <OwnForm {...form} title={isNew ? 'Add a role level' : `Change the role level ${found.name}`} lead="A further step of a role. What it is expected to hold is set afterwards." problems={problems}>
      <SelectField
        name="place"
        label="Role and place in it"
        prompt="Choose a role and a place"
        options={places}
        defaultValue={values.place}
        error={problemAt(problems, 'place')}
      />
      <TextField name="name" label="Name of the role level" defaultValue={values.name} error={problemAt(problems, 'name')} autoComplete="off" />
      <TextareaField name="description" label="What it is about (optional)" defaultValue={values.description} error={problemAt(problems, 'description')} />
      <TextField name="grades" label="Grades (optional)" hint="With commas between them, for example HEO, SEO" width="half" defaultValue={values.grades} error={problemAt(problems, 'grades')} autoComplete="off" />
    </OwnForm>
  );
}
