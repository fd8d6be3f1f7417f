import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources } from '#app/domain/assessment/assessment-source.ts';
import { dayNumber } from '#app/domain/assessment/day-number.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { LevelHistory } from './level-history.ts';

export interface LevelHistoryLayout {
  width: number;
  height: number;
  /** The plot inside its axes. */
  left: number;
  right: number;
  bottom: number;
  /** A line across for each level; the lowest, without one, for "not observed" where it was said. */
  rows: { y: number; label: string; level: number | null }[];
  /** Days under the plot, as far as their words fit beside each other. */
  ticks: { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[];
  /** Path data of what was expected; empty where nothing was. */
  expected: string;
  lines: { source: AssessmentSource; d: string }[];
  points: { source: AssessmentSource; x: number; y: number; on: string; level: number | null }[];
}

const rowHeight = 36;
const top = 14;
const axis = 30;
const labelWidth = 34;
const end = 10;
/** Lines that say the same would hide each other: each source has its own place within a row. */
const offsets: Record<AssessmentSource, number> = { self: 5, manager: 0, agreed: -5 };
/** A history of one day is drawn as the last of so many. */
const shortest = 60;
/** Room for "Jan 2026", in pixels. */
const tickRoom = 66;

/**
 * Where everything of a step line chart stands: time from left to right in proportion to days, levels from 0 up. A line holds its
 * level until the next answer of its source, and up to the end; where the skill was not observed, or the person exempt, it breaks
 * off. `width` is that of the whole picture in pixels. Null where nothing was said.
 */
export function layoutLevelHistory(history: LevelHistory, { width }: { width: number }): LevelHistoryLayout | null {
  const days = assessmentSources.flatMap((source) => history.said[source].map(({ on }) => dayNumber(on)));
  if (days.length === 0) return null;
  const last = Math.max(dayNumber(history.until), ...days);
  const first = Math.min(...days, last - shortest);
  const [left, right] = [labelWidth, width - end];
  const xOf = (day: number) => round(left + ((Math.min(Math.max(day, first), last) - first) / (last - first)) * (right - left));
  const hasGap = assessmentSources.some((source) => history.said[source].some(({ level }) => level === null));
  const yOf = (level: number | null) => top + rowHeight * (level === null ? history.highestLevel + 1 : history.highestLevel - level) + rowHeight / 2;
  const levels = Array.from({ length: history.highestLevel + 1 }, (_, at) => history.highestLevel - at);
  const rows = [
    ...levels.map((level) => ({ y: yOf(level), label: String(level), level })),
    ...(hasGap ? [{ y: yOf(null), label: 'n/o', level: null }] : []),
  ];
  const bottom = top + rowHeight * rows.length;
  return {
    width,
    height: bottom + axis,
    left,
    right,
    bottom,
    rows,
    ticks: ticksOf(first, last, history.until, xOf, [left, right]),
    expected: history.expected
      .filter(({ until }) => until === null || dayNumber(until) > first)
      .map(({ from, until, expectedLevel }) => `M${xOf(dayNumber(from))},${yOf(expectedLevel)}H${until === null ? right : xOf(dayNumber(until))}`)
      .join(''),
    lines: assessmentSources.map((source) => ({ source, d: lineOf(history.said[source], xOf, (level) => yOf(level) + offsets[source], right) })),
    points: assessmentSources.flatMap((source) =>
      history.said[source].map(({ on, level }) => ({ source, x: xOf(dayNumber(on)), y: yOf(level) + (level === null ? 0 : offsets[source]), on, level })),
    ),
  };
}

function lineOf(steps: LevelHistory['said'][AssessmentSource], xOf: (day: number) => number, yOf: (level: number) => number, right: number): string {
  let path = '';
  steps.forEach(({ on, level }, at) => {
    if (level === null) return;
    const before = steps[at - 1];
    const next = steps[at + 1];
    const joins = before !== undefined && before.level !== null;
    path += joins ? `V${yOf(level)}` : `M${xOf(dayNumber(on))},${yOf(level)}`;
    path += `H${next ? xOf(dayNumber(next.on)) : right}`;
  });
  return path;
}

/** The first days of years, or of months where the time is short, and the last day. */
function ticksOf(first: number, last: number, until: string, xOf: (day: number) => number, [left, right]: [number, number]): LevelHistoryLayout['ticks'] {
  const lastYear = Number(until.slice(0, 4));
  const monthly = last - first < 500;
  const starts: string[] = [];
  for (let year = lastYear; year >= 1 && starts.length < 400; year -= 1) {
    const months = monthly ? [10, 7, 4, 1] : [1];
    for (const month of months) starts.push(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
    if (dayNumber(`${String(year).padStart(4, '0')}-01-01`) < first) break;
  }
  const ticks: LevelHistoryLayout['ticks'] = [{ x: right, label: monthOf(until), anchor: 'end' }];
  let free = right - tickRoom * 1.5;
  for (const start of starts) {
    const day = dayNumber(start);
    if (day < first || day > last || xOf(day) > free) continue;
    const x = xOf(day);
    ticks.push({ x, label: monthly ? monthOf(start) : start.slice(0, 4), anchor: x - left < tickRoom / 2 ? 'start' : 'middle' });
    free = x - tickRoom;
  }
  return ticks;
}

function monthOf(day: string): string {
  const [, month, year] = formatDate(day).split(' ');
  return `${month?.slice(0, 3)} ${year}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
