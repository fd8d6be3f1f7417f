import { formatDate } from '#app/domain/assessment/format-date.ts';
import { describeCover } from '#app/domain/capability/describe-cover.ts';
import { countedWords } from '#app/domain/capability/picture/words/counted-words.ts';
import type { SkillStanding, SomePeople } from '#app/domain/capability/picture/order/skill-standing.ts';
import { frameworkLink } from '#app/routes/framework/framework-link.ts';
import type { DetailSkill } from '#app/services/capability/picture/read-detail-skill.server.ts';
import type { SkillDetail } from '#app/services/capability/picture/read-skill-detail.server.ts';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { PanelDistribution } from './panel-distribution.tsx';
import { PanelHead } from './panel-head.tsx';
import { PanelPart } from './panel-part.tsx';
import { panelLevel } from './panel-words.ts';

interface SkillPanelProps {
  detail: SkillDetail;
  /** The picture without what stands open. */
  closeHref: string;
}

/** One skill of a team: how many stand at each level, who covers the rules on it, and who could coach whom. */
export function SkillPanel({ detail, closeHref }: SkillPanelProps) {
  const { team, skill, standing, coverage, asOf } = detail;
  return (
    // What scrolls has no edge of its own: nothing may touch it.
    <div className="pt-hair pr-close">
      <PanelHead title={skill.name} closeHref={closeHref}>
        <p className="break-words">
          {team.name}, {formatDate(asOf)}. {expectedWords(standing)}
        </p>
      </PanelHead>
      <PanelPart title="Agreed levels">
        <PanelDistribution standing={standing} levels={skill.levels} />
      </PanelPart>
      {coverage !== null && (
        <PanelPart title="Coverage rules">
          <Coverage rows={coverage} skill={skill} teamId={team.id} />
        </PanelPart>
      )}
      <PanelPart title="Who could coach whom">
        <Coaching standing={standing} skill={skill} />
      </PanelPart>
      <p className="text-dense">
        <TextLink to={frameworkLink(skill, 'skills', skill.key)}>{skill.name} in the framework</TextLink>
      </p>
    </div>
  );
}

function expectedWords({ people, expected, met, short, notObserved, notAssessed }: SkillStanding): string {
  if (people === 0) return 'Nobody is recorded here on this date.';
  if (expected === 0) return `Expected of nobody among ${countedWords(people, 'person', 'people')}.`;
  const open = notObserved + notAssessed;
  return `Expected of ${expected} of ${countedWords(people, 'person', 'people')}: ${met} at or above, ${short} below, ${open} without an agreed level.`;
}

const statuses = { 'no-cover': 'Nobody', 'single-point': 'One person', 'under-cover': 'Too few', covered: 'Covered' } as const;

function Coverage({ rows, skill, teamId }: { rows: NonNullable<SkillDetail['coverage']>; skill: DetailSkill; teamId: string }) {
  if (rows.length === 0) {
    return (
      <p>
        No rule asks for it here. <TextLink to={`/teams/${teamId}/coverage`}>Coverage rules</TextLink>
      </p>
    );
  }
  return (
    <ul className="grid gap-close">
      {rows.map(({ rule, actual, status, people, ends, blindSpot }) => (
        <li key={rule.id} className="break-words">
          <Tag tone={status === 'covered' ? 'good' : 'bad'}>{statuses[status]}</Tag>{' '}
          <TextLink to={`/teams/${rule.teamId}/coverage`}>{rule.teamName}</TextLink>: {actual} of {rule.minimumPeople} at {panelLevel(skill.levels, rule.minimumLevel)} or above
          {people.length > 0 && (
            <span className="block text-muted">
              {people.slice(0, 6).map((person, at) => (
                <span key={person.id}>
                  {at > 0 && '; '}
                  <TextLink to={`/people/${person.id}`}>{person.name}</TextLink>, {describeCover(person)}
                </span>
              ))}
              {people.length > 6 && `; and ${people.length - 6} more`}
            </span>
          )}
          {ends && <span className="block text-muted">Broken from {formatDate(ends.endsOn)}</span>}
          {blindSpot && <span className="block text-muted">No role here is expected to hold it</span>}
        </li>
      ))}
    </ul>
  );
}

function Coaching({ standing: { coaching, expected }, skill }: { standing: SkillStanding; skill: DetailSkill }) {
  if (coaching.length === 0) return <p>{expected === 0 ? 'Nobody here is expected to hold it.' : 'Nobody is short of what is expected.'}</p>;
  return (
    <dl className="grid gap-snug">
      {coaching.map(({ agreedLevel, learners, coaches }) => (
        <div key={agreedLevel}>
          <dt>
            <span className="font-strong">At {panelLevel(skill.levels, agreedLevel)} and short of what is expected: </span>
            <Names people={learners} says={({ expectedLevel }) => `expected ${expectedLevel}`} />
          </dt>
          <dd className="border-l-4 border-line pl-snug">
            {coaches.shown.length === 0 ? (
              'Nobody here is further and meets what is expected of them.'
            ) : (
              <>
                Could learn from <Names people={coaches} says={({ agreedLevel: held }) => `level ${held}`} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Names({ people: { shown, more }, says }: { people: SomePeople; says: (person: SomePeople['shown'][number]) => string }) {
  return (
    <>
      {shown.map((person, at) => (
        <span key={person.id}>
          {at > 0 && ', '}
          <TextLink to={`/people/${person.id}`}>{person.name}</TextLink> ({says(person)})
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
