import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import type { SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
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
  const { frameworkKey, frameworkName, revision, scale } = place.view;
  const before = changedAddition(place, 'skill')?.skill;
  const values: Record<string, string> = {
    name: before?.name ?? '',
    description: before?.description ?? '',
    ...Object.fromEntries(before?.levels.map(({ ordinal, statements }) => [`statements.${ordinal}`, statements.join('\n')]) ?? []),
  };
  return { frameworkKey, frameworkName, revision, values, scale, isNew: before === undefined };
}

export async function action({ request }: ActionFunctionArgs) {
  return saveOwn(request, 'skill', ({ field, place }, before) => ({
    kind: 'skill',
    skill: {
      name: cleanName(field('name')),
      description: cleanText(field('description')) || null,
      levels: place.view.scale.map(({ ordinal }) => wordedLevel(ordinal, typedLines(field(`statements.${ordinal}`)), before?.skill.levels)),
    },
  }));
}

/** A level that says what it said keeps the source of its wording; any other is the organisation's own. */
function wordedLevel(ordinal: number, statements: string[], before: readonly SkillLevelFacts[] = []): SkillLevelFacts {
  const known = before.find((level) => level.ordinal === ordinal);
  if (known && JSON.stringify(known.statements) === JSON.stringify(statements)) return known;
  return { ordinal, defined: true, statements, wordingSource: statements.length === 0 ? null : 'own', wordingDate: null };
}

export const meta: MetaFunction = () => [{ title: pageTitle('A skill of your own') }];

export default function OwnSkill() {
  const { values: found, scale, isNew, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const values: Record<string, string> = { ...found, ...refused?.typed };
  return (
    <OwnForm {...form} title={isNew ? 'Add a skill' : `Change the skill ${found.name}`} lead="A skill that your organisation needs and the framework does not have." problems={problems}>
      <TextField name="name" label="Name of the skill" defaultValue={values.name} error={problemAt(problems, 'name')} autoComplete="off" />
      <TextareaField name="description" label="What the skill is about (optional)" defaultValue={values.description} error={problemAt(problems, 'description')} />
      {scale.map(({ ordinal, name }) => (
        <TextareaField
          key={ordinal}
          name={`statements.${ordinal}`}
          label={`What ${name} (${ordinal}) asks (optional)`}
          hint="One statement a line, each to follow “You can”"
          defaultValue={values[`statements.${ordinal}`]}
          error={problemAt(problems, `statements.${ordinal}`)}
        />
      ))}
    </OwnForm>
  );
}
