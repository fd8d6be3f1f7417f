import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { PasskeyButton } from '#app/ui/passkey-button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { usePasskey } from '#app/ui/use-passkey.ts';

interface SecondFactorFormProps {
  title: string;
  lead: string;
  returnTo: string;
  hasPasskey: boolean;
  /** What the action found wrong. */
  problem: Problem | null;
  /** Where the browser learns what to ask a passkey. */
  optionsPath: string;
  /** For who cannot, or is somebody else. */
  wayBack?: { to: string; label: string };
}

/** The page that asks for a second factor: a code of either kind, or a passkey. */
export function SecondFactorForm({ title, lead, returnTo, hasPasskey, problem, optionsPath, wayBack }: SecondFactorFormProps) {
  const passkey = usePasskey({ kind: 'ask', optionsPath, extra: { intent: 'show', returnTo } });
  const problems = passkey.problems.length > 0 ? passkey.problems : problem ? [problem] : [];
  return (
    <>
      <ErrorSummary problems={problems} />
      <Page title={title} lead={lead}>
        {hasPasskey && (
          <div className="mb-step">
            <PasskeyButton passkey={passkey} fields={{ as: 'second-factor' }} look="primary">
              Use a passkey
            </PasskeyButton>
          </div>
        )}
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="show" />
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            name="code"
            label="Code"
            hint="Six digits from your authenticator app, or one of your recovery codes."
            autoComplete="one-time-code"
            spellCheck={false}
            autoCapitalize="none"
            width="half"
            error={problems.find(({ field }) => field === 'code')?.message}
          />
          <Button look={hasPasskey ? 'secondary' : 'primary'}>Continue</Button>
        </Form>
        {wayBack && (
          <p className="mt-step">
            <TextLink to={wayBack.to}>{wayBack.label}</TextLink>
          </p>
        )}
      </Page>
    </>
  );
}
