import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Tag } from '#app/ui/tag.tsx';

interface OrganisationListProps {
  organisations: readonly { organisationId: string; name: string; isCurrent: boolean }[];
  /** Signed in on the word of one organisation: the others are not open. */
  isBound: boolean;
}

/** The organisations one belongs to, each with a button that goes there. */
export function OrganisationList({ organisations, isBound }: OrganisationListProps) {
  return (
    <section id="organisations" className="mb-part max-w-prose">
      <h2 className="mb-snug text-heading-m font-heading">Your organisations</h2>
      {isBound && (
        <p className="mb-snug">
          You are signed in through this organisation. To work in another one, sign out and sign in there.
        </p>
      )}
      <ul className="border-t border-line">
        {organisations.map(({ organisationId, name, isCurrent }) => (
          <li key={organisationId} className="flex min-h-target flex-wrap items-center sm:flex-nowrap justify-between gap-x-4 gap-y-close border-b border-line py-close">
            <span className="min-w-0 wrap-anywhere">{name}</span>
            {isCurrent ? (
              <Tag>You are here</Tag>
            ) : (
              <Form method="post" action="/account/organisation" className="shrink-0">
                <input type="hidden" name="organisationId" value={organisationId} />
                <Button look="secondary">
                  Switch<span className="sr-only"> to {name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
