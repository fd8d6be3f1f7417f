import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { HistoryEntry, HistoryEvent, HistoryLine } from '#app/domain/assessment/history/history-line.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { levelName } from '#app/routes/people/level-name.ts';

interface HistorySaidProps {
  line: HistoryLine;
  personId: string;
  scales: SkillScales;
}

/** What one line of a history says, with everything that goes with it. */
export function HistorySaid({ line, personId, scales }: HistorySaidProps) {
  if (line.kind === 'said') return <Answer entry={line.entry} scales={scales} />;
  if (line.kind === 'event') return <Event event={line.event} scales={scales} />;
  return (
    <TextLink to={`/people/${personId}/evidence#skill-${line.skillId}`}>
      Evidence added<span className="sr-only"> for {line.skillName}</span>
    </TextLink>
  );
}

function Answer({ entry, scales }: { entry: HistoryEntry; scales: SkillScales }) {
  const { level, exemptUntil, exemptReason, unchangedSince, undefinedConfirmed, ticked, note, assessedOn, recordedOn, isImported } = entry;
  const beside = [
    ...(unchangedSince === null ? [] : [`No change since ${formatDate(unchangedSince)}`]),
    ...(undefinedConfirmed ? ['The framework does not define this level; it is meant all the same'] : []),
    ...(ticked === 0 ? [] : [ticked === 1 ? '1 statement ticked' : `${ticked} statements ticked`]),
    ...(recordedOn === assessedOn ? [] : [`Written down on ${formatDate(recordedOn)}`]),
    ...(isImported ? ['Brought in by an import'] : []),
  ];
  return (
    <>
      <span className="font-strong">
        {exemptUntil !== null ? `Exempt until ${formatDate(exemptUntil)}` : level === null ? 'Not observed' : levelName(scales, entry.skillId, level)}
      </span>
      {exemptReason && <span className="block whitespace-pre-wrap break-words">{exemptReason}</span>}
      {beside.map((words) => (
        <span key={words} className="block text-muted">
          {words}
        </span>
      ))}
      {note && <span className="block whitespace-pre-wrap break-words">{note}</span>}
    </>
  );
}

function Event({ event, scales }: { event: HistoryEvent; scales: SkillScales }) {
  const name = (level: number | null) => (level === null ? 'not observed' : levelName(scales, event.skillId, level));
  if (event.kind === 'withdrawn') return <span className="font-strong">Took the dispute back</span>;
  if (event.kind === 'disputed') {
    return (
      <>
        <span className="font-strong">Disputed the agreed level</span>
        <span className="block whitespace-pre-wrap break-words">{event.words}</span>
      </>
    );
  }
  const decided = event.kind === 'kept' ? `Kept the agreed level: ${name(event.levelAfter)}` : `Changed the agreed level from ${name(event.levelBefore)} to ${name(event.levelAfter)}`;
  return (
    <>
      <span className="font-strong">{decided}</span>
      {event.settlesDispute && <span className="block text-muted">Settles the dispute</span>}
      <span className="block whitespace-pre-wrap break-words">{event.reason}</span>
    </>
  );
}
