/** What a coverage rule asks for and what there is. */
export interface CoverageFact {
  ruleId: string;
  /** What the rule is about, for example "Continuity management at working or above". */
  name: string;
  /** People that the rule asks for, 1 or more. */
  required: number;
  /** People who hold the level on the date. */
  actual: number;
}

export interface CoverageBar {
  ruleId: string;
  name: string;
  /** "1 of 2". */
  text: string;
  sentence: string;
  standing: 'nobody' | 'one' | 'short' | 'met';
  /** Where the bar of actual people ends, in pixels from its left edge. */
  actualX: number;
  /** Where the mark of required people stands. */
  requiredX: number;
}

/**
 * Bars of actual against required people on one common scale, so that rules can be compared. Nobody, exactly one
 * person, fewer than required and met are told apart; one person counts as "one" even where the rule asks for one,
 * because the service then rests on that person. `width` is the length of the scale in pixels.
 */
export function layoutCoverageBars(facts: readonly CoverageFact[], { width }: { width: number }): CoverageBar[] {
  const most = Math.max(1, ...facts.flatMap(({ required, actual }) => [required, actual]));
  // A linear scale from nought is one multiplication; d3's brings number formats and colour mixing to the browser.
  const scale = (people: number) => (people / most) * width;
  return facts.map(({ ruleId, name, required, actual }) => {
    const standing = actual === 0 ? 'nobody' : actual === 1 ? 'one' : actual < required ? 'short' : 'met';
    return {
      ruleId,
      name,
      text: `${actual} of ${required}`,
      sentence: `${name}: ${actual} of ${required} ${required === 1 ? 'person' : 'people'}, ${words[standing]}`,
      standing,
      actualX: scale(actual),
      requiredX: scale(required),
    };
  });
}

const words = { nobody: 'nobody', one: 'rests on one person', short: 'fewer than required', met: 'covered' } as const;
