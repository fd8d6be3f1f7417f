import type { FormLevel } from '#app/services/assessments/read-assessment-form.server.ts';

interface SkillLevelsProps {
  levels: readonly FormLevel[];
  /** Marked in the list; null where nothing is expected. */
  expectedLevel: number | null;
}

/** Every level of a skill with what somebody at that level does. */
export function SkillLevels({ levels, expectedLevel }: SkillLevelsProps) {
  return (
    <ol className="text-dense">
      {levels.map((level) => {
        const isExpected = level.ordinal === expectedLevel;
        return (
          <li
            key={level.ordinal}
            className={`border-l-4 py-hair pl-snug ${isExpected ? 'border-ink bg-panel' : 'border-line'} mb-close`}
          >
            <strong className="font-strong">
              {level.ordinal} {level.name}
              {isExpected && ' - expected'}
            </strong>
            {!level.defined && <span className="block text-muted">The framework does not define this level.</span>}
            {level.statements.length > 0 && (
              <ul className="list-disc pl-step">
                {level.statements.map((statement) => (
                  <li key={statement}>{statement}</li>
                ))}
              </ul>
            )}
            {level.defined && level.statements.length === 0 && (
              <span className="block text-muted">No wording here yet: an administrator can import the framework's own.</span>
            )}
            {level.ours && <span className="block text-note text-muted">Our summary, not the framework's wording</span>}
          </li>
        );
      })}
    </ol>
  );
}
