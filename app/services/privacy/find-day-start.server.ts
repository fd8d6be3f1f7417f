import { sql, type SQL } from 'drizzle-orm';

/** The first moment of an ISO day in the United Kingdom, for a query. */
export function findDayStart(day: string): SQL {
  return sql`(${day}::date)::timestamp at time zone 'Europe/London'`;
}
