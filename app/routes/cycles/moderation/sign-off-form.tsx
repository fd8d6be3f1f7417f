import { Form } from '@remix-run/react';
import type { ModeratedPerson } from '#app/services/assessments/moderation/read-moderated-people.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';

interface SignOffFormProps {
  people: readonly ModeratedPerson[];
  /** Who was chosen in a form that was refused. */
  chosen: readonly string[];
  error: string | null;
}

/** Those whose levels are moderated, those who can be signed off, and those who cannot yet, with why. */
export function SignOffForm({ people, chosen, error }: SignOffFormProps) {
  const ready = people.filter((one) => one.moderatedName === null && whyNotReady(one) === null);
  const signed = people.filter((one) => one.moderatedName !== null);
  const notReady = people.filter((one) => one.moderatedName === null && whyNotReady(one) !== null);
  return (
    <section className="mb-part">
      <h2 id="sign-off" className="mb-close text-heading-m font-heading">Sign off</h2>
      <p className="mb-snug max-w-prose">Signing somebody off says that their levels are moderated. It can be taken back while the round is open.</p>
      {ready.length === 0 && <p className="mb-snug text-muted">Nobody waits to be signed off.</p>}
      {ready.length > 0 && (
        <Form method="post">
          <FieldFrame as="group" id="personIds" label="Whose levels are moderated" error={error}>
            <div className="grid gap-x-step sm:grid-cols-2 lg:grid-cols-3">
              {ready.map(({ id, name, roleName }, index) => (
                <Choice
                  key={id}
                  type="checkbox"
                  id={index === 0 ? 'personIds' : `person-${id}`}
                  name="personIds"
                  value={id}
                  label={<span className="wrap-anywhere">{name}</span>}
                  hint={roleName}
                  defaultChecked={chosen.includes(id)}
                />
              ))}
            </div>
          </FieldFrame>
          <Button name="do" value="sign-off">
            Sign off
          </Button>
        </Form>
      )}
      {signed.length > 0 && (
        <>
          <h3 className="mt-step mb-close text-heading-s font-heading">Signed off ({signed.length})</h3>
          <ul className="mb-step grid gap-close text-dense">
            {signed.map(({ id, name, moderatedName }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-step gap-y-hair border-b border-line pb-close">
                <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
                  {name}, by {moderatedName}
                </span>
                <Form method="post">
                  <input type="hidden" name="personIds" value={id} />
                  <Button look="secondary" name="do" value="undo" aria-label={`Take back that the levels of ${name} are moderated`}>
                    Take back
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      {notReady.length > 0 && (
        <>
          <h3 className="mt-step mb-close text-heading-s font-heading">Not ready ({notReady.length})</h3>
          <ul className="text-dense">
            {notReady.map((one) => (
              <li key={one.id} className="wrap-anywhere">
                {one.name}: {whyNotReady(one)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function whyNotReady({ isExempt, isAgreed, hasOpenDispute }: ModeratedPerson): string | null {
  if (isExempt) return 'sits the round out';
  if (hasOpenDispute) return 'disputes a level';
  return isAgreed ? null : 'not agreed yet';
}
