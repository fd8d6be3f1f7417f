import type { Waited, WhoWaits } from '#app/domain/assessment/cycle/who-waits.ts';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { NameLines } from './name-lines.tsx';

interface WaitingListsProps {
  cycleId: string;
  waits: WhoWaits;
  viewerUserId: string | null;
  /** Whether the viewer can let somebody assess people whom nobody can. */
  mayManageAccess: boolean;
}

const asks = { manager: 'to assess', conversation: 'to agree with', moderation: 'to moderate' } as const;
const steps = ['manager', 'conversation', 'moderation'] as const;

/** "4 to assess and 1 to agree with". */
function summary(waited: Waited): string {
  const parts = steps.filter((step) => waited[step].length > 0).map((step) => `${waited[step].length} ${asks[step]}`);
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** Who waits for whom, by name: what nobody can do first, then whose own levels are missing, then who is waited for. */
export function WaitingLists({ cycleId, waits, viewerUserId, mayManageAccess }: WaitingListsProps) {
  const stuck = [...new Map(waits.nobody.map((person) => [person.id, person])).values()];
  return (
    <>
      {stuck.length > 0 && (
        <section className="mb-part border-l-4 border-danger pl-step">
          <h2 className="mb-close text-heading-m font-heading">Nobody can assess or decide about ({stuck.length})</h2>
          <p className="mb-close max-w-prose">
            No user who may assess these people stands above them, so the round cannot end for them.{' '}
            {mayManageAccess ? (
              <>
                Grant somebody the team or the service above them under <TextLink to="/settings/users">Users</TextLink>.
              </>
            ) : (
              <>Ask an administrator to grant somebody the team or the service above them.</>
            )}
          </p>
          <NameLines people={stuck} />
        </section>
      )}
      {waits.self.length > 0 && (
        <section className="mb-part">
          <h2 className="mb-close text-heading-m font-heading">Own levels not handed in ({waits.self.length})</h2>
          <NameLines people={waits.self} />
        </section>
      )}
      {waits.users.length > 0 && (
        <section className="mb-part">
          <h2 className="mb-close text-heading-m font-heading">Waited for by others</h2>
          {waits.users.map((waited) => (
            <Details key={waited.userId} open={waited.userId === viewerUserId} summary={`${waited.userId === viewerUserId ? 'You' : waited.name}: ${summary(waited)}`}>
              {steps
                .filter((step) => waited[step].length > 0)
                .map((step) => (
                  <div key={step} className="mb-close">
                    <h3 className="font-strong">{`${waited[step].length} ${asks[step]}`}</h3>
                    {step === 'moderation' && waited.userId === viewerUserId && (
                      <p className="mb-hair">
                        <TextLink to={`/cycles/${cycleId}/moderation`}>Moderate</TextLink>
                      </p>
                    )}
                    <NameLines people={waited[step]} to={linkOf(step, waited.userId === viewerUserId)} />
                  </div>
                ))}
            </Details>
          ))}
        </section>
      )}
    </>
  );
}

function linkOf(step: (typeof steps)[number], isViewer: boolean) {
  if (!isViewer || step === 'moderation') return undefined;
  return ({ id }: { id: string }) => `/people/${id}/${step === 'manager' ? 'assess' : 'agree'}`;
}
