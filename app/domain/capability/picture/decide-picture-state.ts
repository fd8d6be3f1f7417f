import { dayNumber } from '#app/domain/assessment/day-number.ts';
import { metricsFor } from './metrics-for.ts';
import { comparedViews, type PictureMetric, type PictureView } from './picture.ts';
import type { PictureReader } from '#app/domain/capability/picture/views/picture-reader.ts';
import type { PictureState, RowOrder } from './picture-state.ts';

/** A state in which nothing is left open: what is shown. */
export type ShownState = PictureState & { view: PictureView; metric: PictureMetric; order: RowOrder; asOf: string };

/**
 * What is shown of what an address asks for. What it leaves open is chosen: a service opens on its teams, a team on its people; the usual
 * metric of the view; people by team. What this reader may not see is shown as what they may. `problem` says in words what is wrong with
 * a day that was asked for, and what is shown instead; null where nothing is.
 */
export function decidePictureState(asked: PictureState, reader: PictureReader): { state: ShownState; problem: string | null } {
  const { mayNamePeople, today } = reader;
  const view = chooseView(asked.view, reader);
  const day = mayNamePeople ? judgeDay(asked.asOf, today) : { asOf: today, problem: null };
  const mayCompare = mayNamePeople && comparedViews.includes(view);
  const earlier = mayCompare ? judgeEarlierDay(asked.before, day.asOf) : { before: null, problem: null };
  const shown = { ...asked, view, asOf: day.asOf, before: earlier.before };
  const metrics = metricsFor(reader, shown);
  const metric = asked.metric !== null && metrics.includes(asked.metric) ? asked.metric : metrics[0]!;
  const order = asked.order ?? 'team';
  return { state: { ...shown, metric, order }, problem: day.problem ?? earlier.problem };
}

function chooseView(asked: PictureView | null, reader: PictureReader): PictureView {
  if (!reader.mayNamePeople) return 'teams';
  return asked ?? (reader.isService ? 'teams' : 'people');
}

function judgeDay(asked: string | null, today: string): { asOf: string; problem: string | null } {
  if (asked === null) return { asOf: today, problem: null };
  if (!isDay(asked)) return { asOf: today, problem: 'Enter a real date, such as 2026-11-02. This page shows today' };
  if (asked > today) return { asOf: today, problem: 'Enter a date that is not in the future. This page shows today' };
  return { asOf: asked, problem: null };
}

function judgeEarlierDay(asked: string | null, asOf: string): { before: string | null; problem: string | null } {
  if (asked === null) return { before: null, problem: null };
  const instead = 'This page compares with no other day';
  if (!isDay(asked)) return { before: null, problem: `Enter a real date to compare with, such as 2025-11-02. ${instead}` };
  if (asked >= asOf) return { before: null, problem: `Enter a date to compare with that is before the date shown. ${instead}` };
  return { before: asked, problem: null };
}

/** An ISO date that the calendar has. */
function isDay(text: string): boolean {
  try {
    return dayNumber(text) >= 0;
  } catch {
    return false;
  }
}
