import type pg from 'pg';

/** As many organisations the planner is told of: few enough that it hashes the rows of a large one, enough that it uses the indexes for a small one beside it. */
export const toldOrganisations = 5;

/**
 * Tells the planner that every table is shared by so many organisations alike, and has it gather nothing else of `organisation_id`, by which
 * every statement asks.
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
      tenant record;
    begin
      if current_setting('server_version_num')::int < 180000 then
        return;
      end if;
      set local lock_timeout = '2s';
      for tenant in
        select c.relname as name, a.attstattarget is distinct from 0 as gathers, known.n_distinct is distinct from ${toldOrganisations} or known.most_common_vals is not null as differs
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
        left join pg_stats known on known.schemaname = 'public' and known.tablename = c.relname and known.attname = 'organisation_id'
        where c.relkind = 'r'
      loop
        begin
          if tenant.gathers then
            execute format('alter table public.%I alter column organisation_id set statistics 0', tenant.name);
          end if;
          if tenant.gathers or tenant.differs then
            perform pg_clear_attribute_stats('public', tenant.name, 'organisation_id', false);
            perform pg_restore_attribute_stats('schemaname', 'public', 'relname', tenant.name::text, 'attname', 'organisation_id',
              'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', ${toldOrganisations}::real);
          end if;
        exception when lock_not_available then
          null;
        end;
      end loop;
    end $$`);
}
