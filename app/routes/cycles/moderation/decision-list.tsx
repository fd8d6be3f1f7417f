import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { ModerationDecision } from '#app/services/assessments/moderation/read-decisions.server.ts';

/** What moderators have decided, newest first, each with its reason and with the words that it answers. */
export function DecisionList({ decisions }: { decisions: readonly ModerationDecision[] }) {
  if (decisions.length === 0) return <p className="mb-step text-muted">No moderator has decided about this level yet.</p>;
  return (
    <ul className="mb-step grid gap-step">
      {decisions.map(({ id, kind, levelBefore, levelAfter, reason, decidedByName, decidedOn, cycleName, disputeWords }) => (
        <li key={id} className="max-w-prose border-l-4 border-line pl-step break-words">
          <p className="font-strong">{kind === 'kept' ? `Kept at ${levelWord(levelAfter)}` : `Changed from ${levelWord(levelBefore)} to ${levelWord(levelAfter)}`}</p>
          {disputeWords !== null && <p className="whitespace-pre-wrap text-muted">To what the person said: {disputeWords}</p>}
          <p className="whitespace-pre-wrap">{reason}</p>
          <p className="text-dense text-muted">
            {decidedByName}, {formatDate(decidedOn)}
            {cycleName !== null && `, ${cycleName}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

const levelWord = (level: number | null) => (level === null ? 'no level' : `level ${level}`);
