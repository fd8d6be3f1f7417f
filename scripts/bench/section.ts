import type { Bench } from './open-bench.ts';

export interface SectionOptions {
  /** People of the largest organisation that is made. */
  people: number;
  /** How often each way of drawing is measured. */
  runs: number;
}

/** One part of the bench, which prints what it finds. `open` answers the demo organisation, the same for all sections of a run. */
export type Section = (open: () => Promise<Bench>, options: SectionOptions) => Promise<void>;
