import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { compareNames } from '#app/domain/framework/compare-names.ts';
import { findByName } from '#app/domain/framework/own/find-by-name.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { saveOwnExpectations } from '#app/services/framework/own/save-own-expectations.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { ExpectationFields } from './expectation-fields.tsx';
import { OwnForm } from './own-form.tsx';
import { OwnHeader } from './own-header.tsx';
import { ownPlace, type OwnPlace } from './own-place.server.ts';
import { readRoleLevelValue, roleLevelOptions } from './role-level-choice.ts';
import { answerOwn } from './save-own.server.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const place = await ownPlace(request);
  const { frameworkKey, frameworkName, revision, facts, scale } = place.view;
  return { frameworkKey, frameworkName, revision, scale, roleLevels: roleLevelOptions(facts), chosen: chosenRoleLevel(place.view, place.search.get('roleLevel') ?? '') };
}

/** The role level that a value names, with what it is expected to hold now and what the release says. */
function chosenRoleLevel(view: OwnPlace['view'], value: string) {
  if (value === '') return null;
  const { roleName, roleLevelName } = readRoleLevelValue(value);
  const role = findByName(view.facts.roles, roleName);
  const roleLevel = findByName(role?.roleLevels ?? [], roleLevelName ?? '');
  if (role === undefined || roleLevel === undefined) throw notFound();
  const released = findByName(findByName(view.released.roles, roleName)?.roleLevels ?? [], roleLevel.name);
  const now = new Map(roleLevel.expectations.map(({ skillName, expectedLevel }) => [skillName, expectedLevel]));
  const said = new Map(released?.expectations.map(({ skillName, expectedLevel }) => [skillName, expectedLevel]));
  const skills = view.facts.skills
    .map(({ name }) => ({ name, expectedLevel: now.get(name) ?? null, releasedLevel: said.get(name) ?? null }))
    .sort((one, other) => compareNames(one.name, other.name));
  return { value, roleName: role.name, roleLevelName: roleLevel.name, isReleased: released !== undefined, skills };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request.clone());
  const place = await ownPlace(request);
  const chosen = chosenRoleLevel(place.view, typed(form, 'roleLevel'));
  if (chosen === null) throw notFound();
  const { frameworkKey } = place.view;
  const levels = new Map(
    [...form.keys()].flatMap((name) => {
      const level = typed(form, name);
      return name.startsWith('level.') && level !== '' ? [[cleanName(name.slice('level.'.length)), Number(level)] as const] : [];
    }),
  );
  const wanted = { frameworkKey, revision: Number(typed(form, 'revision')) };
  const outcome = await saveOwnExpectations(place.context, wanted, { roleName: chosen.roleName, roleLevelName: chosen.roleLevelName, levels });
  return answerOwn(outcome, frameworkKey, 'expected', form);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Expected levels of your own') }];

export default function OwnExpectationsPage() {
  const { roleLevels, chosen, scale, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (chosen === null) {
    return (
      <>
        <OwnHeader frameworkKey={form.frameworkKey} page="Set expected levels" />
        <Page title="Set expected levels" lead="Choose the role level of which you expect something else than the framework does." facts={{ frameworkVersion: form.frameworkName }}>
          <Form method="get">
            <input type="hidden" name="framework" value={form.frameworkKey} />
            <SelectField name="roleLevel" label="Role level" prompt="Choose a role level" options={roleLevels} required />
            <Button>Continue</Button>
          </Form>
        </Page>
      </>
    );
  }
  const isHeld = ({ expectedLevel, releasedLevel }: (typeof chosen.skills)[number]) => expectedLevel !== null || releasedLevel !== null;
  const [held, others] = [chosen.skills.filter(isHeld), chosen.skills.filter((skill) => !isHeld(skill))];
  const shared = { scale, isReleased: chosen.isReleased, typed: refused?.typed ?? {} };
  return (
    <OwnForm
      {...form}
      title={`Expected levels of ${chosen.roleLevelName}`}
      lead={`What ${chosen.roleLevelName} of the role ${chosen.roleName} is expected to hold here.`}
      problems={refused?.problems ?? []}
    >
      <input type="hidden" name="roleLevel" value={chosen.value} />
      {held.length > 0 ? <ExpectationFields {...shared} idPrefix="held" skills={held} /> : <p className="mb-step max-w-prose">Nothing is expected of it yet. Open the list of skills and choose levels.</p>}
      <Details summary={`${held.length > 0 ? 'Further skills' : 'Skills'} of the framework (${others.length})`} open={held.length === 0}>
        <ExpectationFields {...shared} idPrefix="other" skills={others} />
      </Details>
    </OwnForm>
  );
}
