import { formatDate } from '#app/domain/assessment/format-date.ts';
import type { ExportValue } from './export-section.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}\.\d{3}Z$/;

/** A value of an export as a person reads it; empty for one that is not there. Moments are told in UTC. */
export function describeValue(value: ExportValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value.join(', ');
  const [, on, at] = moment.exec(value) ?? [];
  if (on !== undefined) return `${formatDate(on)}, ${at} UTC`;
  return day.test(value) ? formatDate(value) : value;
}
