import type pg from 'pg';

/** The columns that say whose a row is, by which every statement asks: the organisation's, and of what frameworks say the version's. */
export const evenColumns = ['organisation_id', 'version_id'];

/** As many owners the planner is told of: few enough that it hashes the rows of a large one, enough that it uses the indexes for a small one beside it. */
export const toldOwners = 5;

/**
 * Tells the planner that every table is shared by so many organisations, or versions of frameworks, alike, and has it gather nothing else of
 * these columns.
 *
 * Statistics are gathered now and then. An organisation that came since was one row to the planner, which then read the inner side
 * of a join again for each row of the outer one: the form of answers fetched 12,000 times what it needs, and took ten seconds. Beside a large
 * organisation they are renewed so seldom that it would have stayed so for a small one.
 *
 * To be run as the owner, at each start: a restored backup brings tables without their statistics. A table that somebody else is working on
 * waits for the next start. Servers before 18 cannot be told, and keep what they gather.
 */
export async function evenStatistics(client: Pick<pg.Client, 'query'>): Promise<void> {
  await client.query(`
    do $$
    declare
      owned record;
    begin
      if current_setting('server_version_num')::int < 180000 then
        return;
      end if;
      set local lock_timeout = '2s';
      for owned in
        select c.relname as name, a.attname as column_name, a.attstattarget is distinct from 0 as gathers, known.n_distinct is distinct from ${toldOwners} or known.most_common_vals is not null as differs
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attname in (${evenColumns.map((name) => `'${name}'`).join()})
        left join pg_stats known on known.schemaname = 'public' and known.tablename = c.relname and known.attname = a.attname
        where c.relkind = 'r'
      loop
        begin
          if owned.gathers then
            execute format('alter table public.%I alter column %I set statistics 0', owned.name, owned.column_name);
          end if;
          if owned.gathers or owned.differs then
            perform pg_clear_attribute_stats('public', owned.name, owned.column_name, false);
            perform pg_restore_attribute_stats('schemaname', 'public', 'relname', owned.name::text, 'attname', owned.column_name::text,
              'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', ${toldOwners}::real);
          end if;
        exception when lock_not_available then
          null;
        end;
      end loop;
    end $$`);
}
