import { formatDate } from '#app/domain/assessment/format-date.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

interface InvitationTermsProps {
  invitation: {
    organisationName: string;
    organisationSlug: string;
    personName: string | null;
    grants: { term: string; detail: string }[];
    untilOn: string;
  };
}

/** What somebody will be able to do, until when they can accept, and what becomes of their data. */
export function InvitationTerms({ invitation }: InvitationTermsProps) {
  const { organisationName, organisationSlug, personName, grants, untilOn } = invitation;
  const own = { term: `Own record of ${personName}`, detail: 'You see what is recorded of you, and assess yourself.' };
  return (
    <>
      <h2 className="mb-snug text-heading-m font-heading">What you will be able to do</h2>
      <DefinitionList items={personName === null ? grants : [...grants, own]} />
      <p className="mb-step max-w-prose">
        The invitation can be accepted until {formatDate(untilOn)}.{' '}
        <TextLink to={`/notices/${organisationSlug}/privacy-notice`}>The privacy notice of {organisationName}</TextLink> says what becomes of
        data about you.
      </p>
    </>
  );
}
