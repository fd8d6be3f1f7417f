import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { Button } from '#app/ui/button.tsx';
import { PasswordAgain } from './password-again.tsx';

interface IdentityEntryProps {
  issuer: string;
  subject: string;
  /** When, in words. */
  linked: string;
  /** Null where it was never used. */
  lastUsed: string | null;
  isInUse: boolean;
  /** The field in which the password is asked for; null where it is not. */
  passwordField: string | null;
  problems: readonly Problem[];
}

/** One identity that is linked, and the way to unlink it. */
export function IdentityEntry({ issuer, subject, linked, lastUsed, isInUse, passwordField, problems }: IdentityEntryProps) {
  return (
    <li className="border-l-4 border-line pl-step">
      <p className="font-strong wrap-anywhere">{issuer}</p>
      <p>
        Linked {linked}. {lastUsed === null ? 'Not used yet.' : `Last used ${lastUsed}.`}
      </p>
      {!isInUse && <p>It does not sign you in at present: your organisation uses another sign-in service, or none.</p>}
      <p className="mb-snug text-muted">Once it is unlinked, the sessions that were begun with it end. You can link it again.</p>
      <Form method="post" noValidate>
        <input type="hidden" name="issuer" value={issuer} />
        <input type="hidden" name="subject" value={subject} />
        {passwordField !== null && (
          <>
            <input type="hidden" name="passwordField" value={passwordField} />
            <PasswordAgain name={passwordField} problems={problems} />
          </>
        )}
        <Button look="secondary" name="do" value="unlink">
          Unlink
        </Button>
      </Form>
    </li>
  );
}
