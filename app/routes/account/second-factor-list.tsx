import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { onTheWay } from './on-the-way.ts';

interface ListedPasskey {
  id: string;
  name: string;
  addedAt: string;
  usedAt: string | null;
}

interface SecondFactorListProps {
  page: {
    authenticatorSince: string | null;
    passkeys: ListedPasskey[];
    recoveryCodesLeft: number;
    isRequired: boolean;
    returnTo: string;
  };
}

const removal = (what: string) => `/account/second-factor/remove?${new URLSearchParams({ what })}`;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-part max-w-prose">
      <h2 className="mb-close text-heading-m font-heading">{title}</h2>
      {children}
    </section>
  );
}

/** One's second factors, each with what can be done about it. */
export function SecondFactorList({ page }: SecondFactorListProps) {
  const { authenticatorSince, passkeys, recoveryCodesLeft, isRequired, returnTo } = page;
  const hasAny = authenticatorSince !== null || passkeys.length > 0;
  return (
    <div className="mt-step">
      {isRequired && !hasAny && (
        <Notice kind="information">
          Your organisation asks everybody for a second factor. Set one up, then you can go on: a passkey is quickest where your device has one, an
          authenticator app works on any phone.
        </Notice>
      )}
      <Part title="Authenticator app">
        {authenticatorSince === null ? (
          <Form method="post">
            <p className="mb-snug">An app on your phone that shows a new six-digit code every half minute. It needs no network.</p>
            <input type="hidden" name="intent" value="begin-authenticator" />
            <input type="hidden" name="returnTo" value={returnTo} />
            <Button look="secondary">Set up an authenticator app</Button>
          </Form>
        ) : (
          <p>
            Set up on {authenticatorSince}. <TextLink to={removal('authenticator')}>Remove the authenticator app</TextLink>
          </p>
        )}
      </Part>
      <Part title="Passkeys">
        {passkeys.length === 0 ? (
          <p className="mb-snug">
            A passkey lives on your computer, phone or security key, and asks for its PIN, your finger or your face. It signs you in without a password.
          </p>
        ) : (
          <PasskeyTable passkeys={passkeys} />
        )}
        <ButtonLink to={onTheWay('/account/second-factor/passkey', returnTo)} look="secondary">
          Add a passkey
        </ButtonLink>
      </Part>
      {hasAny && (
        <Part title="Recovery codes">
          <p>
            {recoveryCodesLeft} of 10 recovery codes {recoveryCodesLeft === 1 ? 'is' : 'are'} left, for the day your phone or key is lost.{' '}
            <TextLink to="/account/second-factor/recovery-codes">Make new recovery codes</TextLink>
          </p>
        </Part>
      )}
    </div>
  );
}

function PasskeyTable({ passkeys }: { passkeys: ListedPasskey[] }) {
  return (
    <DataTable
      caption="Your passkeys, oldest first"
      hideCaption
      stacked
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: 'Name', cell: ({ name }) => <div className="wrap-anywhere sm:min-w-40">{name}</div>, rowHead: true },
        { key: 'added', head: 'Added', cell: ({ addedAt }) => addedAt },
        { key: 'used', head: 'Last used', cell: ({ usedAt }) => usedAt ?? 'Not yet' },
        {
          key: 'remove',
          head: <span className="sr-only">Remove</span>,
          cell: ({ id, name }) => (
            <TextLink to={removal(id)}>
              Remove<span className="sr-only"> {name}</span>
            </TextLink>
          ),
        },
      ]}
    />
  );
}
