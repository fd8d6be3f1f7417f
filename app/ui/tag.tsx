import type { ReactNode } from 'react';
import type { FlagSeverity } from '#app/domain/capability/flag.ts';

type Tone = 'neutral' | 'good' | 'bad';

const tones: Record<Tone, string> = {
  neutral: 'border-edge bg-panel text-ink',
  good: 'border-success bg-success-panel text-success',
  bad: 'border-danger bg-danger-panel text-danger',
};

const shape = 'inline-flex items-center gap-hair border px-close text-dense font-strong whitespace-nowrap';

/** A short word about a thing: its state or kind. The word carries the meaning, the colour only repeats it. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${shape} ${tones[tone]}`}>{children}</span>;
}

/** Word, fill and a shape of its own for each severity; the more corners inside, the worse. */
const severities: Record<FlagSeverity, { word: string; look: string; mark: string }> = {
  critical: { word: 'Critical', look: 'bg-severity-critical text-paper', mark: 'M6 0l6 6-6 6-6-6z' },
  high: { word: 'High', look: 'bg-severity-high text-paper', mark: 'M6 1l6 10H0z' },
  medium: { word: 'Medium', look: 'bg-severity-medium text-paper', mark: 'M1 1h10v10H1z' },
  low: { word: 'Low', look: 'bg-severity-low text-ink', mark: 'M6 1a5 5 0 100 10A5 5 0 006 1z' },
};

/** How bad a flag is, in a word and a shape. */
export function SeverityTag({ severity }: { severity: FlagSeverity }) {
  const { word, look, mark } = severities[severity];
  return (
    <span className={`${shape} border-transparent ${look} print:border-ink print:bg-transparent print:text-ink`}>
      <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3 shrink-0 fill-current">
        <path d={mark} />
      </svg>
      {word}
    </span>
  );
}
