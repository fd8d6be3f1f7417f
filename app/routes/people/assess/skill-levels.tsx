import type { FormLevel } from '#app/services/assessments/read-assessment-form.server.ts';

interface SkillLevelsProps {
  levels: readonly FormLevel[];
  /** Marked in the list; null where nothing is expected. */
  expectedLevel: number | null;
  /** Makes each statement a box to tick: under which name it is sent, what is ticked, and who hears of a tick. */
  ticking?: { name: string; ticks: readonly string[]; onTick: (tick: string, isTicked: boolean) => void };
}

/** Every level of a skill with what somebody at that level does; to be ticked where somebody answers. */
export function SkillLevels({ levels, expectedLevel, ticking }: SkillLevelsProps) {
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
              <ul className={ticking ? '' : 'list-disc pl-step'}>
                {level.statements.map((statement, index) => {
                  const tick = `${level.ordinal}.${index + 1}`;
                  return (
                    <li key={tick}>
                      {ticking ? (
                        <label className="flex gap-close py-hair">
                          <input
                            type="checkbox"
                            name={ticking.name}
                            value={tick}
                            checked={ticking.ticks.includes(tick)}
                            onChange={(event) => ticking.onTick(tick, event.target.checked)}
                            className="size-6 shrink-0 accent-action"
                          />
                          <span className="min-w-0 break-words">{statement}</span>
                        </label>
                      ) : (
                        statement
                      )}
                    </li>
                  );
                })}
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
