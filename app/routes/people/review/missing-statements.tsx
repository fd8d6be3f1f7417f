import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { ReviewStatement } from '#app/services/reviews/read-development-review.server.ts';

interface MissingStatementsProps {
  skillId: string;
  /** The levels still to be shown. */
  ordinals: readonly number[];
  statements: readonly ReviewStatement[];
  scales: SkillScales;
}

/** What somebody still has to show, level by level. */
export function MissingStatements({ skillId, ordinals, statements, scales }: MissingStatementsProps) {
  return (
    <>
      {ordinals.map((ordinal) => {
        const level = statements.find((one) => one.skillId === skillId && one.ordinal === ordinal);
        const name = scaleOfSkill(scales, skillId).find((step) => step.ordinal === ordinal)?.name ?? '';
        return (
          <div key={ordinal}>
            <strong className="font-strong">
              {ordinal} {name.toLowerCase()}
            </strong>
            {level && !level.defined && <span className="block text-muted">The framework does not define this level.</span>}
            {level && level.statements.length > 0 && (
              <ul className="list-disc pl-step">
                {level.statements.map((statement) => (
                  <li key={statement}>{statement}</li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </>
  );
}
