import { Form } from '@remix-run/react';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { caseAddress } from '#app/routes/cycles/moderation/case-list.tsx';
import type { AgreementSkill } from '#app/services/assessments/answer/read-agreement.server.ts';
import type { ModerationDecision } from '#app/services/assessments/moderation/read-decisions.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';

/** What a moderator decided of a level, and why. */
export type SkillDecision = Pick<ModerationDecision, 'kind' | 'reason' | 'decidedByName' | 'decidedOn'>;

interface DisputePartProps {
  decision: SkillDecision | null;
  skill: AgreementSkill;
  personId: string;
  mayDispute: boolean;
  /** Whether the viewer is one of those who decide about a dispute of this person. */
  mayDecide: boolean;
  typed: Readonly<Record<string, string>>;
}

const outcomes = { kept: 'a moderator kept the level', changed: 'a moderator changed the level', withdrawn: 'withdrawn' };

/** What the person says against an agreed level: to be read, and for the person to be said or taken back. */
export function DisputePart({ skill, personId, decision, mayDispute, mayDecide, typed }: DisputePartProps) {
  const { skillId, name, agreed, dispute } = skill;
  const words = `words.${skillId}`;
  const isOpen = dispute !== null && dispute.outcome === null;
  return (
    <>
      {dispute && (
        <div className="mb-step border-l-4 border-line pl-snug">
          <p className="text-dense text-muted">
            Disputed on {formatDate(dispute.raisedOn)}
            {dispute.outcome === null ? ', waits for a moderator' : `, ${outcomes[dispute.outcome]} on ${formatDate(dispute.settledOn ?? dispute.raisedOn)}`}
          </p>
          {dispute.words && <p className="max-w-prose whitespace-pre-wrap break-words">{dispute.words}</p>}
        </div>
      )}
      {decision && (agreed === null || decision.decidedOn >= agreed.assessedOn) && (
        <div className="mb-step border-l-4 border-line pl-snug">
          <p className="text-dense text-muted">
            {decision.decidedByName} {decision.kind === 'kept' ? 'kept' : 'changed'} the level as a moderator on {formatDate(decision.decidedOn)}
          </p>
          <p className="max-w-prose whitespace-pre-wrap break-words">{decision.reason}</p>
        </div>
      )}
      {mayDecide && isOpen && (
        <p className="mb-step">
          <TextLink to={caseAddress(personId, skillId, dispute.cycleId)}>
            Decide about the dispute<span className="sr-only"> about {name}</span>
          </TextLink>
        </p>
      )}
      {mayDispute && isOpen && (
        <Form method="post" action={`/people/${personId}/agree`} className="mb-step">
          <Button look="secondary" name="withdraw" value={dispute.id}>
            Withdraw the dispute<span className="sr-only"> about {name}</span>
          </Button>
        </Form>
      )}
      {mayDispute && !isOpen && agreed && (
        <Details summary={<>I do not agree<span className="sr-only"> with the level in {name}</span></>} open={typed.dispute === skillId}>
          <Form method="post" action={`/people/${personId}/agree`}>
            <input type="hidden" name="dispute" value={skillId} />
            <input type="hidden" name="assessment" value={agreed.id} />
            <TextareaField
              name={words}
              label="Why you do not agree"
              hint="Read by the moderators who decide, by those who assess you, and by you. The level stands until it is decided, marked as disputed."
              maxLength={4000}
              defaultValue={typed[words] ?? ''}
            />
            <Button look="secondary">Dispute this level</Button>
          </Form>
        </Details>
      )}
    </>
  );
}
