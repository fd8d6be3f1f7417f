import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readDevelopmentReview } from '#app/services/reviews/read-development-review.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { PersonHeader } from '#app/routes/people/person-header.tsx';
import { ReviewNext } from './review-next.tsx';
import { ReviewObjectives } from './review-objectives.tsx';
import { ReviewSkills } from './review-skills.tsx';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };

const notices: Record<string, string> = {
  'objective-added': 'The objective is added.',
  'objective-changed': 'The objective is changed.',
  'objective-ended': 'The objective has ended. It stays under Ended.',
  'objective-reopened': 'The objective is open again.',
  'objective-withdrawn': 'The objective is withdrawn. Nobody sees it any more.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = askedAsOf(request, context);
  const { person, place, asOf, review, nextRoleLevel, skillNames, statements, objectives } = await readDevelopmentReview(
    context,
    params.personId ?? '',
    asked.asOf,
  );
  return {
    frame: personFrame(context.viewer, person, '/review'),
    asked,
    roleLevelName: place.roleLevelName,
    seniority: place.seniority,
    teamName: place.teamName,
    grade: person.grade,
    asOf,
    review,
    nextRoleLevel,
    skillNames,
    statements,
    objectives,
    notice: noticeIn(notices, request),
    mayWriteObjectives: asOf === todayOf(context) && isPermitted(context.viewer, 'write-objectives', personSubject(person)),
    ...(await readSkillScales(context, Object.keys(skillNames))),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Development review of ${data.frame.name}` : undefined) },
];

export default function Review() {
  const found = useLoaderData<typeof loader>();
  const { frame, review, roleLevelName, seniority, teamName, grade, asOf, version } = found;
  const { summary } = review;
  const open = summary.notAssessed + summary.notObserved;
  const place = [roleLevelName && roleLevelWords(roleLevelName, seniority), teamName, grade].filter(Boolean).join(', ');
  return (
    <div className="print-portrait report">
      <PersonHeader frame={frame} />
      {found.notice && <Notice>{found.notice}</Notice>}
      <Page
        title={`${frame.name}: development review`}
        lead={`${place ? `${place}. ` : ''}Meets ${summary.met} of ${summary.met + summary.below} expected skills with an agreed level.`}
        facts={{
          date: asOf,
          frameworkVersion: version,
          notCounted: open === 0 ? undefined : `${open} of ${summary.expected} expected skills without an agreed level`,
        }}
      >
        <div className="print:hidden">
          <AsOfForm asked={found.asked} then="Levels, team and role level are as they stood on that day, set against the framework version that is adopted now." />
        </div>
        {review.rows.length === 0 ? (
          <EmptyState title="Nothing is expected yet" action={{ to: `/people/${frame.id}`, label: 'Go to the profile' }}>
            <p>A review sets a person against what their role level is expected to hold. Give this person a role level first.</p>
          </EmptyState>
        ) : (
          <ReviewSkills found={found} addObjective={found.mayWriteObjectives ? `/people/${frame.id}/objectives/write` : null} />
        )}
        {found.objectives && (
          <ReviewObjectives found={{ ...found, objectives: found.objectives }} personId={frame.id} day={asOf} mayWrite={found.mayWriteObjectives} />
        )}
        <ReviewNext found={found} />
        <section className="report-notes hidden print:block" aria-hidden="true">
          <h2 className="mb-close text-heading-s font-heading">Agreed in conversation</h2>
          <p className="h-24 border border-line" />
        </section>
      </Page>
    </div>
  );
}
