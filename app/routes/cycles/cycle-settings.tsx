import type { CycleFacts } from '#app/domain/assessment/cycle/cycle-facts.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';

interface CycleSettingsProps {
  teamName: string | null;
  cycle: CycleFacts & {
    remindsByMail: boolean;
    closedOn: string | null;
    closedByName: string | null;
    closingNote: string | null;
  };
}

/** Whom a round asks, until when, and what each side sees of the other. */
export function CycleSettings({ cycle, teamName }: CycleSettingsProps) {
  const until = (day: string | null, none: string) => (day === null ? none : `Until ${formatDate(day)}`);
  const isClosed = cycle.closedOn !== null;
  return (
    <section>
      <h2 className="mb-close text-heading-m font-heading">The round</h2>
      <DefinitionList
        items={[
          { term: 'For', detail: <span className="wrap-anywhere">{teamName === null ? 'Everybody in the organisation' : `${teamName} and the teams under it`}</span> },
          { term: cycle.state === 'planned' ? 'Opens' : 'Opened', detail: formatDate(cycle.opensOn) },
          { term: 'Own levels', detail: until(cycle.selfDueOn, 'Not asked') },
          { term: 'Manager’s levels', detail: until(cycle.managerDueOn, 'No last day') },
          { term: 'Conversation', detail: until(cycle.conversationDueOn, 'No last day') },
          { term: 'Moderation', detail: until(cycle.moderationDueOn, 'Disputes only') },
          isClosed
            ? { term: 'Closed', detail: `${formatDate(cycle.closedOn!)}${cycle.closedByName === null ? '' : ` by ${cycle.closedByName}`}` }
            : { term: 'Closes', detail: formatDate(cycle.closesOn) },
          ...(cycle.closingNote === null ? [] : [{ term: 'Closing note', detail: <span className="wrap-anywhere whitespace-pre-line">{cycle.closingNote}</span> }]),
          {
            term: 'What each side sees',
            detail: cycle.hidesVoices
              ? 'Neither the person nor the manager sees what the other says before both have handed in. Then both are shown.'
              : 'Each side sees what the other has handed in. Others see it once both are in.',
          },
          { term: 'Mails', detail: cycle.remindsByMail ? 'Whoever is waited for is reminded, once a day at most' : 'None' },
        ]}
      />
    </section>
  );
}
