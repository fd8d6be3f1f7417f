import { formatDate } from '#app/domain/assessment/format-date.ts';
import { NameLines } from '#app/routes/cycles/name-lines.tsx';
import type { OwnRound } from '#app/services/assessments/cycle/read-own-rounds.server.ts';
import { TextLink } from '#app/ui/text-link.tsx';

/** The open rounds: what each asks of the reader and until when, who waits for them, and, where they run it, how far it is. */
export function OwnRounds({ rounds, mayReadRounds }: { rounds: readonly OwnRound[]; mayReadRounds: boolean }) {
  return rounds.map((round) => (
    <section key={round.id} aria-labelledby={`round-${round.id}`} className="mb-part border-l-4 border-action pl-step">
      <h2 id={`round-${round.id}`} className="mb-close text-heading-m font-heading wrap-anywhere">
        {mayReadRounds ? <TextLink to={`/cycles/${round.id}`}>{round.name}</TextLink> : round.name}
      </h2>
      {round.progress !== null && (
        <p className="mb-close max-w-prose">
          {round.progress} It closes on {formatDate(round.closesOn)}.
        </p>
      )}
      {round.own && <OwnPart own={round.own} round={round} />}
      <Waiting title="Waiting for your levels" people={round.manager} page="assess" until={round.managerDueOn} />
      <Waiting title="Waiting to agree with you" people={round.conversation} page="agree" until={round.conversationDueOn} />
      {round.moderation.length > 0 && (
        <p className="mb-close">
          {round.moderation.length === 1 ? '1 person waits' : `${round.moderation.length} people wait`} for your moderation. <TextLink to={`/cycles/${round.id}/moderation`}>Moderate</TextLink>
        </p>
      )}
    </section>
  ));
}

function OwnPart({ own, round }: { own: NonNullable<OwnRound['own']>; round: OwnRound }) {
  const until = (day: string | null) => (day === null ? '' : ` by ${formatDate(day)}`);
  if (own.kind === 'exempt' || own.kind === 'left') return null;
  if (own.steps.includes('self')) {
    return (
      <p className="mb-close max-w-prose">
        You are asked for your own levels{until(round.selfDueOn)}. <TextLink to={`/people/${own.personId}/assess`}>Give your own levels</TextLink>
      </p>
    );
  }
  if (own.kind === 'done') {
    return (
      <p className="mb-close max-w-prose">
        Your levels are agreed. <TextLink to={`/people/${own.personId}/agree`}>See what was said</TextLink>
      </p>
    );
  }
  if (own.steps.includes('conversation')) {
    return (
      <p className="mb-close max-w-prose">
        Both sides have answered: your levels are agreed in a conversation{until(round.conversationDueOn)}. <TextLink to={`/people/${own.personId}/agree`}>See both side by side</TextLink>
      </p>
    );
  }
  return <p className="mb-close max-w-prose">{own.steps.includes('moderation') ? 'Your levels are agreed, and wait for moderation.' : 'You have answered. Your manager’s levels are waited for.'}</p>;
}

function Waiting({ title, people, page, until }: { title: string; people: OwnRound['manager']; page: 'assess' | 'agree'; until: string | null }) {
  if (people.length === 0) return null;
  return (
    <>
      <h3 className="mb-hair font-strong">
        {title} ({people.length}){until !== null && <span className="font-regular">, until {formatDate(until)}</span>}
      </h3>
      <NameLines people={people} to={({ id }) => `/people/${id}/${page}`} />
    </>
  );
}
