import { describe, expect, it } from 'vitest';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import { auditEvent, framework } from '#db/schema/index.ts';
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';
import { addOrganisation } from '#tests/helpers/add-organisation.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { adoptBundledFramework } from './adopt-bundled-framework.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';

const database = useTestDatabase();

describe('adopting the bundled framework', () => {
  it('gives an organisation the whole catalogue, once', async () => {
    const organisationId = await addOrganisation(database);
    const context = await contextAs(database, { accessRole: 'administrator', organisationId });
    const adopted = await adoptBundledFramework(context);
    expect(adopted).toMatchObject({ label: 'September 2025', published: true });
    await context.db.transaction(async (tx) => {
      const facts = await readFrameworkFacts(tx, organisationId, adopted.versionId);
      expect(factsFingerprint(facts)).toBe(factsFingerprint(loadCatalogue().facts));
    });
    expect(await adoptBundledFramework(context)).toEqual({ ...adopted, published: false });
    await context.db.transaction(async (tx) => {
      expect(await tx.select().from(framework)).toMatchObject([{ key: 'gdad', kind: 'gdad' }]);
      expect(await tx.select().from(auditEvent)).toHaveLength(1);
    });
  });

  it('is for those who may import a framework', async () => {
    const organisationId = await addOrganisation(database);
    for (const accessRole of ['team-manager', 'team-member', 'analyst'] as const) {
      const context = await contextAs(database, { accessRole, organisationId });
      await expect(adoptBundledFramework(context), accessRole).rejects.toMatchObject({ status: 403 });
    }
    const head = await contextAs(database, { accessRole: 'head-of-service', organisationId });
    expect(await adoptBundledFramework(head)).toMatchObject({ published: true });
  });
});
