import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, it } from 'vitest';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { verifyAuditChain } from '#app/platform/audit/verify-audit-chain.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { migrateDatabase } from './migrate.ts';
import { ensureAppRole } from './roles.ts';
import { tenantDatabase } from './tenant.ts';

const database = useTestDatabase();
const inFolder = useTemporaryFolder();

interface Journal {
  entries: { tag: string }[];
}

/** The migrations of the time before there was a chain. */
function firstMigrations(count: number): string {
  const folder = inFolder('first');
  mkdirSync(`${folder}/meta`, { recursive: true });
  const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as Journal;
  const entries = journal.entries.slice(0, count);
  for (const { tag } of entries) cpSync(`drizzle/${tag}.sql`, `${folder}/${tag}.sql`);
  writeFileSync(`${folder}/meta/_journal.json`, JSON.stringify({ ...journal, entries }));
  return folder;
}

const oddDetails = ['{}', '{"b": 1, "aa": [1.50, null, {"z":"Zoë 🙂"}], "a": "\\t \\" \u2028"}', '{"a":100,"aa":{}}'];
const oddNames = ['Zoë 🙂', 'a\nb\tc', '', '名字', 'e\u0301'];

it('rows that were written before the chain are in it afterwards, and it goes on from there', async () => {
  const name = `chain_${randomUUID().slice(0, 8)}`;
  await database.ownerPool.query(`create database ${name}`);
  const urlOf = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const owner = new pg.Client({ connectionString: urlOf(database.ownerUrl) });
  const pool = new pg.Pool({ connectionString: urlOf(database.appUrl), max: 2 });
  try {
    await owner.connect();
    await ensureAppRole(owner);
    await migrateDatabase(urlOf(database.ownerUrl), firstMigrations(2));
    const organisationIds = [randomUUID(), randomUUID()];
    for (const [at, id] of organisationIds.entries()) {
      await owner.query(`insert into organisation (id, slug, name, created_at) values ($1, $2, 'Old', now())`, [id, `old-${at}`]);
    }
    for (let turn = 0; turn < 60; turn += 1) {
      await owner.query(
        `insert into audit_event (organisation_id, id, at, actor_user_id, actor_name, action, subject_kind, subject_id, detail)
         values ($1, $2, timestamptz '2025-03-30 00:59:59.999+00' + $3 * interval '1.001 second', $4, $5, 'person.edit', 'person', $6, $7)`,
        [organisationIds[turn % 2], randomUUID(), turn, turn % 3 ? randomUUID() : null, oddNames[turn % 5], `p-${turn}`, oddDetails[turn % 3]],
      );
    }
    await migrateDatabase(urlOf(database.ownerUrl));
    for (const id of organisationIds) {
      const db = tenantDatabase(pool, id);
      expect(await verifyAuditChain(db)).toMatchObject({ checked: 30, head: { position: 30 }, fault: null });
      const actor = { userId: null, name: 'Later', organisationId: id };
      await db.transaction((tx) =>
        recordAudit(tx, { viewer: actor, now: new Date('2026-06-01T09:00:00Z') }, { action: 'team.add', subjectKind: 'team', subjectId: 'x' }),
      );
      expect(await verifyAuditChain(db)).toMatchObject({ checked: 31, fault: null });
    }
    await owner.query(`update audit_event set detail = '{"a":1}' where position = 12 and organisation_id = $1`, [organisationIds[0]]);
    expect((await verifyAuditChain(tenantDatabase(pool, organisationIds[0]!))).fault?.position).toBe(12);
  } finally {
    await owner.end();
    await pool.end();
    // Without force: that would cut connections off that are still closing, and nobody listens to them any more.
    await database.ownerPool.query(`drop database ${name}`);
  }
}, 60_000);
