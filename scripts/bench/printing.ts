import type { Figures } from './measure-rounds.ts';

/** How the bench prints: a name, then median, least and most milliseconds, then the ratios of medians and of least times to the floor of the same run. */

const nameWidth = 58;
const edges = ['median', 'min', 'max'] as const;

/** A title above columns of milliseconds. */
export function printHeading(title: string): void {
  console.log(`\n${title.padEnd(nameWidth)}${edges.map((word) => word.padStart(9)).join('')}${'to floor'.padStart(10)}${'least'.padStart(7)}`);
}

/** One job: its milliseconds, and its median and least time as multiples of the floor's. The least times differ less on a busy machine. */
export function printLine(name: string, figures: Figures, floor: Figures): void {
  const milliseconds = edges.map((edge) => figures[edge].toFixed(figures[edge] < 10 ? 2 : 1).padStart(9));
  console.log(`${name.padEnd(nameWidth)}${milliseconds.join('')}${(figures.median / floor.median).toFixed(2).padStart(10)}${(figures.min / floor.min).toFixed(2).padStart(7)}`);
}

/** A figure that stands for itself, with its unit. */
export function printFigure(name: string, value: number, unit: string, digits = 1): void {
  console.log(`${name.padEnd(nameWidth)}${value.toFixed(digits).padStart(9)} ${unit}`);
}

/** A figure that has a goal, and whether this run met it. Judges only itself: nothing fails where it is not met. */
export function printGoal(name: string, value: number, goal: { atMost: number } | { atLeast: number } | { below: number }, unit = 'x'): void {
  const [word, limit, isMet] =
    'atMost' in goal ? ['at most', goal.atMost, value <= goal.atMost] : 'below' in goal ? ['below', goal.below, value < goal.below] : ['at least', goal.atLeast, value >= goal.atLeast];
  const figure = Number.isNaN(value) ? '-' : value.toFixed(2);
  console.log(`${name.padEnd(nameWidth)}${figure.padStart(9)} ${unit}  goal ${word} ${limit}: ${isMet ? 'met' : 'NOT met'}`);
}
