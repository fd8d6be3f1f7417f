import { Form } from '@remix-run/react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { Button } from '#app/ui/button.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

interface RevokeKeyProps {
  id: string;
  name: string;
  lastUsedOn: string | null;
}

/** Asks before a key is revoked, and says what will happen. */
export function RevokeKey({ id, name, lastUsedOn }: RevokeKeyProps) {
  return (
    <section aria-labelledby="revoke-key" className="mb-part max-w-prose border-4 border-danger p-step">
      <h2 id="revoke-key" className="mb-close text-heading-m font-heading break-words">
        Revoke the key {name}?
      </h2>
      <p className="mb-step">
        Whatever uses it is refused at once, and the key cannot be brought back.{' '}
        {lastUsedOn === null ? 'It was never used.' : `It was last used on ${formatDate(lastUsedOn)}.`}
      </p>
      <Form method="post" action="/settings/keys" className="flex flex-wrap items-center gap-step">
        <input type="hidden" name="revoke" value={id} />
        <Button look="warning">Revoke the key</Button>
        <TextLink to="/settings/keys">Keep it</TextLink>
      </Form>
    </section>
  );
}
