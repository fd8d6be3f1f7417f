import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import { findByName } from '#app/domain/framework/own/find-by-name.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { OwnForm } from './own-form.tsx';
import { ownPlace } from './own-place.server.ts';
import { changedAddition, saveOwn } from './save-own.server.ts';
import { typedLines } from './typed-lines.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const place = await ownPlace(request);
  const { frameworkKey, frameworkName, revision } = place.view;
  const before = changedAddition(place, 'role')?.role;
  const values: Record<string, string> = {
    name: before?.name ?? '',
    familyName: before?.familyName ?? '',
    description: before?.description ?? '',
    roleLevels: before?.roleLevels.map(({ name }) => name).join('\n') ?? '',
  };
  return { frameworkKey, frameworkName, revision, values, families: place.view.facts.families, isNew: before === undefined };
}

export async function action({ request }: ActionFunctionArgs) {
  return saveOwn(request, 'role', ({ field }, before) => ({
    kind: 'role',
    role: {
      ...before?.role,
      name: cleanName(field('name')),
      familyName: cleanName(field('familyName')) || null,
      description: cleanText(field('description')) || null,
      roleLevels: typedLines(field('roleLevels')).map((name, index) => {
        const known = findByName(before?.role.roleLevels ?? [], name);
        return { ...(known ?? { description: null, grades: null, expectations: [] }), name, seniority: index + 1 };
      }),
    },
  }));
}

export const meta: MetaFunction = () => [{ title: pageTitle('A role of your own') }];

export default function OwnRole() {
  const { values: found, families, isNew, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const values: Record<string, string> = { ...found, ...refused?.typed };
  return (
    <OwnForm {...form} title={isNew ? 'Add a role' : `Change the role ${found.name}`} lead="A role that your organisation has and the framework does not." problems={problems}>
      <TextField name="name" label="Name of the role" defaultValue={values.name} error={problemAt(problems, 'name')} autoComplete="off" />
      <TextField
        name="familyName"
        label="Role family (optional)"
        hint="One of the framework, or a name of your own"
        list="families"
        defaultValue={values.familyName}
        error={problemAt(problems, 'familyName')}
        autoComplete="off"
      />
      <datalist id="families">
        {families.map((family) => (
          <option key={family}>{family}</option>
        ))}
      </datalist>
      <TextareaField name="description" label="What the role is about (optional)" defaultValue={values.description} error={problemAt(problems, 'description')} />
      <TextareaField
        name="roleLevels"
        label="Role levels"
        hint={`One a line, the most junior first. What each is expected to hold is set afterwards.${isNew ? '' : ' A line under another name is a new role level: whoever is placed in the old one stays there and is expected to hold nothing.'}`}
        rows={6}
        defaultValue={values.roleLevels}
        error={problemAt(problems, 'roleLevels')}
      />
    </OwnForm>
  );
}
