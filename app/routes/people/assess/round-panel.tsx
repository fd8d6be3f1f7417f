import { Form } from '@remix-run/react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { Voices } from '#app/services/assessments/answer/read-voices.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface RoundPanelProps {
  round: NonNullable<Voices['round']>;
  voice: Voices['voice'];
  personId: string;
  personName: string;
  /** Expected skills that this voice has not answered. */
  unanswered: number;
  isSaving: boolean;
}

/** Where a person stands in the round, for whoever answers: what is still to do, what is hidden, and until when. */
export function RoundPanel({ round, voice, personId, personName, unanswered, isSaving }: RoundPanelProps) {
  const isIn = voice === 'self' ? round.selfIn : voice === 'manager' ? round.managerIn : false;
  const dueOn = voice === 'self' ? round.selfDueOn : round.managerDueOn;
  const other = voice === 'self' ? 'your manager' : personName;
  return (
    <Notice kind="information">
      <p className="mb-close">
        <strong className="font-strong">{round.name}</strong>
        {voice && !isIn && dueOn && <>: answer until {formatDate(dueOn)}</>}.
      </p>
      {voice && !isIn && (
        <p className="mb-close">
          {unanswered === 0 ? 'Every expected skill has an answer.' : unanswered === 1 ? '1 expected skill has no answer.' : `${unanswered} expected skills have no answer.`}{' '}
          <strong className="font-strong">Not handed in yet.</strong>
        </p>
      )}
      {voice && isIn && !round.isRevealed && <p className="mb-close">Your answers are handed in. Take them back to change them.</p>}
      {!round.isRevealed && (
        <p className="mb-close">
          {round.hidesVoices
            ? voice
              ? `What ${other} says is hidden from you, and what you say from ${voice === 'self' ? 'them' : other}. You see it when both are in.`
              : 'What both sides say is hidden until both are in.'
            : 'In this round each side sees what the other has handed in.'}
        </p>
      )}
      {round.isRevealed && (
        <p className="mb-close">
          {round.isAgreed ? 'Every expected skill is agreed.' : 'Both sides are shown. What comes of it is agreed.'}
        </p>
      )}
      <div className="flex flex-wrap gap-snug">
        {voice && isIn && !round.isRevealed && (
          <Form method="post">
            <input type="hidden" name="voice" value={voice} />
            <Button look="secondary" name="intent" value="take-back" disabled={isSaving}>
              Take back
            </Button>
          </Form>
        )}
        {round.isDueToShow && voice && (
          <Form method="post">
            <input type="hidden" name="voice" value={voice} />
            <Button name="intent" value="show" disabled={isSaving}>
              Show what was said
            </Button>
          </Form>
        )}
        {round.isRevealed && (
          <ButtonLink look="secondary" to={`/people/${personId}/agree`}>
            See both sides
          </ButtonLink>
        )}
      </div>
    </Notice>
  );
}
