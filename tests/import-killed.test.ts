import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '#app/domain/spreadsheet/guess-mapping.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { tendImports } from '#app/services/imports/tend-imports.server.ts';
import { measureDrift } from '#db/current/measure-drift.ts';
import { auditEvent, person, spreadsheetImport } from '#db/schema/index.ts';
import { addUser } from './helpers/add-user.ts';
import { childScript } from './helpers/child-script.ts';
import { useTestDatabase } from './helpers/database.ts';
import { makeOrganisation } from './helpers/organisation.ts';
import { useTestRuntime } from './helpers/test-runtime.ts';

const database = useTestDatabase();
const clock = useTestRuntime(database);
const kills = 4;
const people = 700;

/** Waits until nobody works on the database any more: a killed process's transaction ends a moment after it. */
async function settled(): Promise<void> {
  const busy = async () => (await database.ownerPool.query(`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`)).rowCount;
  await expect.poll(busy, { timeout: 20_000 }).toBe(0);
}

describe(`a process that is killed ${kills} times while it brings in ${people} people`, () => {
  it('leaves all of them there or none, and the job that tends imports brings them in, once', async () => {
    const made = await makeOrganisation(database);
    const { userId } = await addUser(database, made.id, { grants: [{ accessRole: 'head-of-service', teamId: null }] });
    const tenant = database.tenant(made.id);
    const ready = async (round: number) => {
      const sheets = [{ name: 'People', rows: [['Name', 'E-mail', 'Team', 'Role level'], ...Array.from({ length: people }, (_, at) => [`Person ${round} ${at}`, `r${round}n${at}@generated.example`, `Lights ${made.canary}`, `Junior keeper ${made.canary}`])] }];
      const id = randomUUID();
      await tenant.transaction((tx) =>
        tx.insert(spreadsheetImport).values({ organisationId: made.id, id, kind: 'people', fileName: 'p.csv', format: 'csv', state: 'applying', sheets, mapping: guessMapping({ sheets, skills: [], kind: 'people' }), importerUserId: userId, importerName: 'Head', createdAt: clock.now }),
      );
      return id;
    };
    const stored = () =>
      tenant.transaction(async (tx) => ({
        people: (await tx.select({ name: person.name }).from(person)).length,
        audit: (await tx.select({ id: auditEvent.id }).from(auditEvent).where(eq(auditEvent.action, 'person.add'))).length,
      }));
    const stateOf = async (id: string) => (await tenant.transaction((tx) => tx.select({ state: spreadsheetImport.state }).from(spreadsheetImport).where(eq(spreadsheetImport.id, id))))[0]?.state;
    const bring = async (id: string, during: (brought: Promise<string>) => Promise<unknown>) => {
      const child = childScript('tests/fixtures/bring-in-import.ts', database.appUrl, made.id);
      await child.nextLine();
      child.process.stdin?.write(`${id}\n`);
      await child.nextLine();
      const brought = child.nextLine();
      brought.catch(() => undefined);
      await during(brought);
      await child.kill();
      await settled();
    };
    // How long it takes undisturbed, so that the kills fall all over it.
    const start = performance.now();
    await bring(await ready(0), (brought) => brought);
    const tookMs = performance.now() - start;
    let halfway = 0;
    for (let round = 1; round <= kills; round += 1) {
      const before = await stored();
      const id = await ready(round);
      await bring(id, () => pause(((round - 0.5) / kills) * tookMs));
      const state = await stateOf(id);
      if (state === 'applying') {
        halfway += 1;
        expect(await stored()).toEqual(before);
        // Whoever was at it gives no sign of life for a minute.
        const now = clock.now;
        clock.now = new Date(now.getTime() + 61_000);
        await tendImports(runtime());
        clock.now = now;
      } else expect(state).toBe('applied');
      expect(await stateOf(id)).toBe('applied');
      expect(await stored()).toEqual({ people: before.people + people, audit: before.audit + people });
      await tendImports(runtime());
      expect(await stored()).toEqual({ people: before.people + people, audit: before.audit + people });
    }
    expect(await measureDrift(tenant, '2026-06-01')).toEqual({ currentAssessments: 0, teamSkillSummaries: 0 });
    // The kills were felt.
    expect(halfway).toBeGreaterThan(0);
  }, 300_000);
});
