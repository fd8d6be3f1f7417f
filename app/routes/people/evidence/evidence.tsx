import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { PersonHeader } from '#app/routes/people/person-header.tsx';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readEvidence } from '#app/services/assessments/evidence/read-evidence.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { goodEvidence } from './good-evidence.ts';

export const handle = { access: { action: 'read-evidence', subject: 'person' } satisfies RouteAccess };

const notices: Record<string, string> = {
  added: 'The evidence is added.',
  changed: 'The evidence is changed.',
  withdrawn: 'The evidence is withdrawn. Nobody sees it any more.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { person, pieces } = await readEvidence(context, params.personId ?? '');
  return {
    frame: personFrame(context.viewer, person, '/evidence'),
    isOwn: context.viewer.personId === person.id,
    notice: noticeIn(notices, request),
    mayAdd: isPermitted(context.viewer, 'write-evidence', personSubject(person)),
    count: pieces.length,
    skills: [...new Map(pieces.map(({ skillId, skillName }) => [skillId, skillName]))]
      .map(([id, name]) => ({ id, name, pieces: pieces.filter(({ skillId }) => skillId === id) }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `Evidence of ${data.frame.name}` : undefined) }];

export default function Evidence() {
  const { frame, isOwn, notice, mayAdd, count, skills } = useLoaderData<typeof loader>();
  const write = `/people/${frame.id}/evidence/write`;
  return (
    <>
      <PersonHeader frame={frame} />
      {notice && <Notice>{notice}</Notice>}
      <Page
        title={isOwn ? 'Evidence for your levels' : `Evidence for the levels of ${frame.name}`}
        lead={count === 0 ? undefined : `${count === 1 ? '1 piece' : `${count} pieces`} for ${skills.length === 1 ? '1 skill' : `${skills.length} skills`}, the newest first in each.`}
      >
        <p className="mb-step max-w-prose">
          Read by {isOwn ? 'you' : frame.name}, those who assess {isOwn ? 'you' : 'them'} and moderators. Not by administrators, other colleagues or other programs.
        </p>
        {count === 0 && (
          <EmptyState title="No evidence yet" action={mayAdd ? { to: write, label: 'Add evidence' } : undefined}>
            {goodEvidence.map((sentence) => (
              <p key={sentence} className="mb-close">
                {sentence}
              </p>
            ))}
          </EmptyState>
        )}
        {count > 0 && mayAdd && (
          <p className="mb-part">
            <ButtonLink to={write}>Add evidence</ButtonLink>
          </p>
        )}
        {skills.map(({ id, name, pieces }) => (
          <section key={id} id={`skill-${id}`} aria-labelledby={`evidence-${id}`} className="mb-part border-t-2 border-ink pt-snug">
            <h2 id={`evidence-${id}`} className="mb-snug text-heading-m font-heading break-words">
              {name}
            </h2>
            <EvidenceList
              label={`Evidence for ${name}`}
              pieces={pieces}
              changeOf={(piece) => (
                <TextLink to={`${write}?evidence=${piece.id}`}>
                  Change or withdraw<span className="sr-only"> your evidence of {name} added {piece.addedOn}</span>
                </TextLink>
              )}
            />
            {mayAdd && (
              <TextLink to={`${write}?skill=${id}`}>
                Add more<span className="sr-only"> for {name}</span>
              </TextLink>
            )}
          </section>
        ))}
      </Page>
    </>
  );
}
