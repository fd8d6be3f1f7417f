import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

interface ConfirmReleaseProps {
  /** What is sent: what to do with the release. */
  act: string;
  revision: number;
  /** What will happen, one sentence each. */
  sentences: readonly string[];
  button: string;
  isWarning?: boolean;
  /** The way out that changes nothing. */
  back: { to: string; label: string };
}

/** Says exactly what will happen, and does it when it is confirmed. */
export function ConfirmRelease({ act, revision, sentences, button, isWarning = false, back }: ConfirmReleaseProps) {
  return (
    <Form method="post" className="max-w-prose">
      <ul className="mb-step grid list-disc gap-close pl-step">
        {sentences.map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
      <input type="hidden" name="revision" value={revision} />
      <div className="flex flex-wrap items-center gap-x-step gap-y-snug">
        <Button look={isWarning ? 'warning' : 'primary'} name="do" value={act}>
          {button}
        </Button>
        <TextLink to={back.to}>{back.label}</TextLink>
      </div>
    </Form>
  );
}
