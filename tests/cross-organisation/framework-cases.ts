import { readFileSync } from 'node:fs';
import { adoptBundledFramework } from '#app/services/framework/import/adopt-bundled-framework.server.ts';
import { importFramework } from '#app/services/framework/import/import-framework.server.ts';
import { lockFramework } from '#app/services/framework/lock-framework.server.ts';
import { previewImport } from '#app/services/framework/import/preview-import.server.ts';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import { readAdoptedVersion } from '#app/services/framework/read-adopted-version.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readAdoptedContent } from '#app/services/framework/read-adopted-content.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readCatalogue } from '#app/services/framework/read-catalogue.server.ts';
import { readExpectedSkillIds } from '#app/services/framework/read-expected-skill-ids.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { readFrameworkOverview } from '#app/services/framework/read-framework-overview.server.ts';
import { readLevelNames } from '#app/services/framework/read-level-names.server.ts';
import { readRole } from '#app/services/framework/read-role.server.ts';
import { readSharedSkills } from '#app/services/framework/read-shared-skills.server.ts';
import { readSkill } from '#app/services/framework/read-skill.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { countOpenReleases } from '#app/services/framework/release/count-open-releases.server.ts';
import { refreshExpectations } from '#app/services/framework/publish/refresh-expectations.server.ts';
import { runImport } from '#app/services/framework/import/run-import.server.ts';
import { writeIdentities } from '#app/services/framework/publish/write-identities.server.ts';
import { writeVersionContent } from '#app/services/framework/publish/write-version-content.server.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import type { Cases } from './scene.ts';

const file = { name: 'roles.csv', bytes: readFileSync('tests/fixtures/framework/roles.csv') };
const release = { frameworkKey: 'coast', frameworkName: 'Coast', kind: 'own' as const, label: 'Mine', facts: frameworkFacts() };

/** The frameworks of both organisations, their roles and skills have the same keys. */
export const frameworkCases: Cases = {
  'framework/lock-framework': [['nothing', ({ inA, b }) => inA((tx) => lockFramework(tx, b.id, 'coast'))]],
  'framework/import/preview-import': [['nothing', ({ context }) => previewImport(context, [file])]],
  'framework/read-adopted-version': [['hidden', ({ inA, b }) => inA((tx) => readAdoptedVersion(tx, b.id, 'coast'))]],
  'framework/read-adopted-versions': [['nothing', ({ context }) => readAdoptedVersions(context)]],
  'framework/read-adopted-content': [['hidden', ({ inA, b }) => inA((tx) => readAdoptedContent(tx, b.id))]],
  'framework/read-assessable-skills': [['nothing', ({ context }) => readAssessableSkills(context)]],
  'framework/read-expected-skill-ids': [['nothing', ({ context, b }) => readExpectedSkillIds(context, b.roleLevels.crew)]],
  'framework/read-catalogue': [['nothing', ({ context, b }) => readCatalogue(context, b.canary)], ['nothing', ({ context }) => readCatalogue(context, '')]],
  'framework/read-framework-facts': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readFrameworkFacts(tx, a.id, b.versionId))],
    ['hidden', ({ inA, b }) => inA((tx) => readFrameworkFacts(tx, b.id, b.versionId))],
  ],
  'framework/read-framework-overview': [['nothing', ({ context }) => readFrameworkOverview(context)]],
  'framework/read-level-names': [
    ['nothing', async ({ context, b }) => (await readLevelNames(context))(b.skills.lamps, 2)],
  ],
  'framework/read-role': [['nothing', ({ context }) => readRole(context, 'keeper', 'coast')], ['404', ({ context, b }) => readRole(context, b.roles.keeper)]],
  'framework/read-skill-scales': [['nothing', ({ context, a, b }) => readSkillScales(context, [a.skills.lamps, b.skills.lamps])]],
  'framework/read-shared-skills': [['nothing', ({ context }) => readSharedSkills(context, 'keeper', 'coast')]],
  'framework/read-skill': [['nothing', ({ context }) => readSkill(context, 'lamps', 'coast')], ['404', ({ context, b }) => readSkill(context, b.skills.lamps)]],
  'framework/release/count-open-releases': [['nothing', ({ context }) => countOpenReleases(context)]],
  'framework/publish/refresh-expectations': [['nothing', ({ inA, b }) => inA((tx) => refreshExpectations(tx, b.id, b.frameworkId, '2026-06-01'))]],
  'framework/import/run-import': [['nothing', ({ context }) => runImport(context, [file], { isDryRun: true })]],
  'framework/publish/write-identities': [['denied', ({ inA, b }) => inA((tx) => writeIdentities(tx, b.id, b.frameworkId, frameworkFacts()))]],
  'framework/publish/write-version-content': [
    [
      'denied',
      ({ inA, a, b }) =>
        inA(async (tx) => writeVersionContent(tx, b.id, b.versionId, { ids: await writeIdentities(tx, a.id, a.frameworkId, frameworkFacts()), facts: frameworkFacts(), revisions: new Map() })),
    ],
  ],
  // Last, because they give A another framework of the same key than the one that the cases above read.
  'framework/import/adopt-bundled-framework': [['nothing', ({ context }) => adoptBundledFramework(context)]],
  'framework/import/import-framework': [['nothing', ({ context }) => importFramework(context, [file])]],
  'framework/publish/publish-version': [['nothing', ({ context }) => publishVersion(context, release)]],
};
