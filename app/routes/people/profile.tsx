import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { personSummary } from '#app/domain/capability/person-summary.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { CapabilityTable } from './capability-table.tsx';
import { personFrame } from './person-frame.ts';
import { PersonHeader } from './person-header.tsx';

export const handle = { access: { action: 'read-people', subject: 'person' } satisfies RouteAccess };

/** The record of a person and, for those who may see ratings, where the person stands, or stood on a day. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const person = await readPerson(context, params.personId ?? '');
  const reach = personSubject(person);
  const maySeeRatings = isPermitted(context.viewer, 'read-ratings', reach);
  const asked = askedAsOf(request, context);
  const capability = maySeeRatings ? await readPersonCapability(context, person.id, 'profile', asked.asOf) : null;
  return {
    frame: personFrame(context.viewer, person, ''),
    person,
    asked,
    place: capability?.place ?? person,
    ...(await readSkillScales(context, capability?.cells.map(({ skillId }) => skillId) ?? [])),
    mayErase: isPermitted(context.viewer, 'erase-person', reach),
    mayWrite: isPermitted(context.viewer, 'write-people', reach),
    capability,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.frame.name) }];

export default function Profile() {
  const { frame, person, asked, place, version, scales, mayWrite, mayErase, capability } = useLoaderData<typeof loader>();
  const summary = capability && personSummary(capability.cells);
  const open = summary ? summary.notAssessed + summary.notObserved : 0;
  return (
    <>
      <PersonHeader frame={frame} />
      <Page
        title={frame.name}
        lead={summary ? leadOf(summary) : undefined}
        facts={
          capability
            ? {
                date: capability.asOf,
                frameworkVersion: version,
                notCounted: open === 0 ? undefined : `${open} of ${summary?.expected} expected skills without an agreed level`,
              }
            : {}
        }
      >
        {capability && <AsOfForm asked={asked} then={thenOf(person, asked.asOf)} />}
        {place.roleLevelName !== null && place.seniority === 0 && (
          <Notice kind="information">
            The framework no longer has this role level, so nothing is expected of {frame.name}. What was recorded stays
            {mayWrite ? ': move them to a role level that it has.' : '.'}
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: 'Role level', detail: place.roleLevelName === null ? 'None' : roleLevelWords(place.roleLevelName, place.seniority) },
            { term: 'Team', detail: place.teamName ?? 'None' },
            { term: 'Grade', detail: person.grade ?? 'Not recorded' },
            { term: 'E-mail address', detail: person.email ?? 'Not recorded' },
            { term: 'First day', detail: formatDate(person.startsOn) },
            { term: 'Last day', detail: person.leavesOn === null ? 'None known' : formatDate(person.leavesOn) },
          ]}
        />
        {mayWrite && (
          <div className="mb-part flex flex-wrap gap-snug">
            <ButtonLink look="secondary" to={`/people/${person.id}/edit`}>
              Change details
            </ButtonLink>
            <ButtonLink look="secondary" to={`/people/${person.id}/move`}>
              Move to another team or role level
            </ButtonLink>
            {mayErase && (
              <ButtonLink look="secondary" to={`/people/${person.id}/erase`}>
                Erase
              </ButtonLink>
            )}
          </div>
        )}
        {capability && (
          <CapabilityTable
            cells={capability.cells}
            scales={scales}
            skillHref={(skillId) =>
              asked.asOf === asked.today ? `/people/${person.id}/assess?skill=${skillId}#skill-${skillId}` : `/people/${person.id}/history?skill=${skillId}&asOf=${asked.asOf}`
            }
          />
        )}
      </Page>
    </>
  );
}

/** What of the page is as it was on the day, said with whether the person was here then. */
function thenOf(person: { name: string; startsOn: string; leavesOn: string | null }, asOf: string): string {
  const gone = asOf < person.startsOn ? `${person.name} had not started yet. ` : person.leavesOn !== null && person.leavesOn < asOf ? `${person.name} had left. ` : '';
  return `${gone}Levels, team and role level are as they stood on that day, set against the framework version that is adopted now; the other details are those of now.`;
}

function leadOf({ expected, met, below }: ReturnType<typeof personSummary>): string {
  if (expected > 0 && met + below === 0) return 'No expected skill has an agreed level yet.';
  return `Meets ${met} of the ${met + below} expected skills with an agreed level.`;
}
