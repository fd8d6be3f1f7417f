import { gapFill, ink, levelFill, line, paper } from './colour.ts';

interface LevelStepsProps {
  /** Steps of the scale, usually 4. */
  steps: number;
  /** 1 up to the number of steps; null where nothing is expected. */
  expectedLevel: number | null;
  /** 0 up to the number of steps; null without an agreed level. */
  agreedLevel: number | null;
}

const box = 22;
const gap = 2;

/**
 * One person and one skill as a strip: a box for each step, filled up to the agreed level (orange where that is
 * short of what is expected), with a tick below the expected step.
 */
export function LevelSteps({ steps, expectedLevel, agreedLevel }: LevelStepsProps) {
  const width = steps * (box + gap);
  const isShort = agreedLevel !== null && expectedLevel !== null && agreedLevel < expectedLevel;
  return (
    <svg className="inline-block" width={width} height={22} viewBox={`0 0 ${width} 22`} role="img" aria-label={words(expectedLevel, agreedLevel)}>
      {Array.from({ length: steps }, (_, index) => {
        const ordinal = index + 1;
        const isHeld = agreedLevel !== null && ordinal <= agreedLevel;
        return (
          <rect
            key={ordinal}
            className={isHeld ? 'heatmap-bar' : 'heatmap-track'}
            x={index * (box + gap) + 0.5}
            y={0.5}
            width={box - 1}
            height={11}
            fill={isHeld ? (isShort ? gapFill(-2) : levelFill(3)) : paper}
            stroke={isHeld ? 'none' : line}
            strokeDasharray={agreedLevel === null ? '3 2' : undefined}
          />
        );
      })}
      {expectedLevel !== null && (
        <path className="heatmap-bar" d={`M${(expectedLevel - 0.5) * (box + gap) - gap / 2},14l5,7h-10z`} fill={ink} />
      )}
    </svg>
  );
}

function words(expectedLevel: number | null, agreedLevel: number | null): string {
  const agreed = agreedLevel === null ? 'no agreed level' : `agreed level ${agreedLevel}`;
  return expectedLevel === null ? `${agreed}, not expected` : `${agreed}, expected level ${expectedLevel}`;
}
