import type { Objective } from '#app/domain/review/objective.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ObjectiveList } from '#app/ui/objective-list.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { levelName } from '#app/routes/people/level-name.ts';
import type { ReviewData } from './review-data.ts';

interface ReviewObjectivesProps {
  found: ReviewData & { objectives: Objective[] };
  personId: string;
  /** The ISO day as of which the review stands. */
  day: string;
  /** False for a viewer who may only read, and for a day that has passed. */
  mayWrite: boolean;
}

/** What the person is to work on, and how earlier objectives ended. */
export function ReviewObjectives({ found, personId, day, mayWrite }: ReviewObjectivesProps) {
  const { objectives, review, scales } = found;
  const write = `/people/${personId}/objectives/write`;
  const [open, ended] = [objectives.filter(({ outcome }) => outcome === null), objectives.filter(({ outcome }) => outcome !== null)];
  const levels = new Map([...review.rows.map(({ cell }) => cell), ...review.otherSkills].map(({ skillId, agreedLevel }) => [skillId, agreedLevel]));
  const shared = {
    day,
    namesSkill: true,
    agreedLevelOf: (skillId: string) => levels.get(skillId) ?? null,
    levelNameOf: (skillId: string, ordinal: number) => levelName(scales, skillId, ordinal),
  };
  const changeOf = (words: string) => (one: Objective) => (
    <TextLink to={`${write}?objective=${one.id}`}>
      {words}
      <span className="sr-only">
        {' '}
        the objective in {one.skillName}, due {one.dueOn}
      </span>
    </TextLink>
  );
  return (
    <section id="objectives" aria-labelledby="objectives-head" className="mb-part">
      <h2 id="objectives-head" className="mb-close text-heading-m font-heading">
        Objectives
      </h2>
      <ObjectiveList
        {...shared}
        objectives={open}
        label="Open objectives"
        empty={mayWrite ? 'None is open. Agree on one or two: what is to be done, up to which level and until when.' : 'None is open.'}
        changeOf={mayWrite ? changeOf('Change or end') : undefined}
      />
      {mayWrite && (
        <p className="mb-step">
          <ButtonLink look="secondary" to={write}>
            Add an objective
          </ButtonLink>
        </p>
      )}
      {ended.length > 0 && (
        <>
          <h3 className="mb-snug text-heading-s font-heading">Ended</h3>
          <ObjectiveList {...shared} objectives={ended} label="Objectives that have ended" changeOf={mayWrite ? changeOf('Open again') : undefined} />
        </>
      )}
    </section>
  );
}
