import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { organisation } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { largeFrameworks } from './large/large-frameworks.ts';
import { largeRows } from './large/large-rows.ts';

export interface LargeWanted {
  /** People of the large organisation. */
  people: number;
  /** How many small organisations stand beside it in the same database, of ten people each. */
  small: number;
  now: Date;
}

export interface LargeMade {
  organisationId: string;
  smallIds: string[];
  /** Seconds, and rows that a statement wrote, in order. */
  steps: { what: string; rows: number; seconds: number }[];
}

const peopleOfSmall = 10;

/** Indexes that are made again once the rows stand: kept up row by row they take most of the time. */
const heavyIndexes = ['assessment_by_person', 'assessment_by_cycle', 'current_assessment_by_team'];

function idOf(words: string): string {
  return createHash('md5').update(words).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Somebody who leads the whole of an organisation, without a user to sign in. */
export function headOf(pool: pg.Pool, organisationId: string, now: Date): Context {
  return {
    viewer: { userId: null, name: 'Bench', organisationId, organisationName: 'Bench', personId: null, grants: [{ accessRole: 'head-of-service', teamIds: 'all' }] },
    db: tenantDatabase(pool, organisationId),
    now,
  };
}

/**
 * Fills a migrated database with one organisation of so many people, 15 skills each and four rounds, and with small ones beside
 * it: the history, what is kept of it, and the revisions. By a few large statements of the owner, with foreign keys unchecked and
 * the heavy indexes made last; `measureDrift` says whether what is kept is what the write path would keep.
 */
export async function makeLarge(pool: pg.Pool, owner: pg.Client, { people, small, now }: LargeWanted): Promise<LargeMade> {
  const steps: LargeMade['steps'] = [];
  let last = performance.now();
  const told = (what: string, rows: number | null) => {
    const moment = performance.now();
    steps.push({ what, rows: rows ?? 0, seconds: (moment - last) / 1000 });
    last = moment;
  };
  const ids = Array.from({ length: 1 + small }, (_, at) => idOf(`organisation ${at}`));
  const context = headOf(pool, ids[0]!, now);
  const today = todayOf(context);
  await context.db.transaction(async (tx) => {
    await tx.insert(organisation).values({ id: ids[0]!, slug: `large-${people}`, name: `Large organisation of ${people}`, createdAt: now });
    await adoptBundledFramework(within(context, tx));
  });
  await owner.query("set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set jit = off");
  await owner.query(`create temp table made_organisation as select id, at - 1 as at, case when at = 1 then $2::int else ${peopleOfSmall} end as people,
    case when at = 1 then 0 else $2::int + (at - 2) * ${peopleOfSmall} end as first from unnest($1::uuid[]) with ordinality as made(id, at)`, [ids, people]);
  await owner.query("insert into organisation (id, slug, name, created_at) select id, 'small-' || left(id::text, 13), 'Small organisation ' || at, now() from made_organisation where at > 0");
  await largeFrameworks(owner, ids[0]!);
  told('frameworks', null);
  const { rows: indexes } = await owner.query<{ name: string; text: string }>('select indexname as name, indexdef as text from pg_indexes where indexname = any($1)', [heavyIndexes]);
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (const [what, text] of largeRows) {
    const { rowCount } = await owner.query(text, text.includes('$1') ? [today] : []);
    if (text.startsWith('create temp table')) await owner.query(`analyze ${/table (\w+)/.exec(text)![1]!}`);
    told(what, rowCount);
  }
  await owner.query("select setval(pg_get_serial_sequence('assessment', 'sequence'), (select max(sequence) from assessment))");
  for (const { text } of indexes) await owner.query(text);
  await owner.query('reset session_replication_role; reset work_mem; reset maintenance_work_mem; reset jit; discard temp');
  told('indexes', null);
  await owner.query('vacuum analyze');
  told('vacuum and statistics', null);
  return { organisationId: ids[0]!, smallIds: ids.slice(1), steps };
}
