import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import type { ScoredPerson } from '#app/services/assessments/scoring/read-scores.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface ScoreEntryProps {
  person: Omit<ScoredPerson, 'confirmed'> & { confirmed: { band: string | null; points: number; reason: string | null; confirmedByName: string; confirmedAt: string } | null };
  bands: readonly string[];
  isOn: boolean;
  problems: readonly Problem[];
  /** What was typed for this person into a form that was refused. */
  typed: Readonly<Record<string, string>>;
}

const standingWords = { below: 'below', at: 'at the expected level', above: 'above', unassessed: 'nothing agreed in this round', exempt: 'exempt, left out' };

/** One person: what the rules suggest and from what, what was confirmed, and the form that confirms. */
export function ScoreEntry({ person, bands, isOn, problems, typed }: ScoreEntryProps) {
  const { id, name, teamName, roleLevelName, suggestion, confirmed, isOutdated } = person;
  return (
    <section aria-labelledby={`name-${id}`} className="mb-part border-t-2 border-ink pt-snug">
      <h2 id={`name-${id}`} className="text-heading-m font-heading break-words">
        {name}
      </h2>
      <p className="mb-snug text-dense text-muted">
        {roleLevelName}, {teamName}
      </p>
      <p className="mb-snug">
        {suggestion.isPossible ? (
          <>
            Suggested: <strong className="font-strong">{suggestion.points} points</strong>
            {bands.length > 0 && (suggestion.band === null ? ', below the first band' : `, ${suggestion.band}`)}.
          </>
        ) : (
          `No score can be suggested: ${suggestion.unassessed} expected ${suggestion.unassessed === 1 ? 'skill has' : 'skills have'} no level agreed in this round.`
        )}
      </p>
      <p className="mb-snug">
        {confirmed === null
          ? 'Nothing is confirmed.'
          : `Confirmed: ${confirmed.band ?? 'no band'}, from ${confirmed.points} points, by ${confirmed.confirmedByName} on ${confirmed.confirmedAt}.${confirmed.reason === null ? '' : ` Because: ${confirmed.reason}`}`}
        {isOutdated && <strong className="font-strong"> The points have changed since.</strong>}
      </p>
      <Details summary={`What each skill brings ${name}`}>
        <ul className="list-disc pl-step">
          {suggestion.skills.map((skill) => (
            <li key={skill.skillId}>
              {skill.name}: {standingWords[skill.standing]}
              {skill.counts ? `, ${skill.points} points` : skill.standing in { below: 1, at: 1, above: 1 } ? ', not among the best that count' : ''}
            </li>
          ))}
        </ul>
      </Details>
      {isOn && suggestion.isPossible && (
        <Form method="post" className="max-w-prose">
          <input type="hidden" name="personId" value={id} />
          <input type="hidden" name="seenPoints" value={suggestion.points} />
          {bands.length > 0 ? (
            <>
              <SelectField
                id={`band.${id}`}
                name="band"
                label={<>Band to confirm <span className="sr-only">for {name}</span></>}
                options={[{ value: '', label: 'No band' }, ...bands.map((band) => ({ value: band, label: band }))]}
                defaultValue={typed.band ?? (confirmed && !isOutdated ? confirmed.band : suggestion.band) ?? ''}
                error={problemAt(problems, `band.${id}`)}
              />
              <TextField
                id={`reason.${id}`}
                name="reason"
                label={<>Reason, where it is not the suggested band <span className="sr-only">for {name}</span></>}
                defaultValue={typed.reason ?? (isOutdated ? '' : (confirmed?.reason ?? ''))}
                error={problemAt(problems, `reason.${id}`)}
              />
            </>
          ) : (
            <>
              <input type="hidden" name="band" value="" />
              <input type="hidden" name="reason" value="" />
            </>
          )}
          <Button look="secondary">
            Confirm <span className="sr-only">the score of {name}</span>
          </Button>
        </Form>
      )}
    </section>
  );
}
