import { exportRolesCsv } from '#app/services/framework/export/export-roles-csv.server.ts';
import { exportSkillsCsv } from '#app/services/framework/export/export-skills-csv.server.ts';
import { exportWorkbook } from '#app/services/framework/export/export-workbook.server.ts';
import { readExportedFacts } from '#app/services/framework/export/read-exported-facts.server.ts';
import { findLastVersion } from '#app/services/framework/version/find-last-version.server.ts';
import { readBaseVersion } from '#app/services/framework/version/read-base-version.server.ts';
import { readFormerNames } from '#app/services/framework/version/read-former-names.server.ts';
import { readRoleContent } from '#app/services/framework/version/read-role-content.server.ts';
import { readRoleWording } from '#app/services/framework/version/read-role-wording.server.ts';
import { readSkillContent } from '#app/services/framework/version/read-skill-content.server.ts';
import { readSkillWording } from '#app/services/framework/version/read-skill-wording.server.ts';
import { readSuccessors } from '#app/services/framework/version/read-successors.server.ts';
import { readVersionContents } from '#app/services/framework/version/read-version-contents.server.ts';
import { readVersionRole } from '#app/services/framework/version/read-version-role.server.ts';
import { readVersionSkill } from '#app/services/framework/version/read-version-skill.server.ts';
import { readVersions } from '#app/services/framework/version/read-versions.server.ts';
import { readVersion } from '#app/services/framework/version/read-version.server.ts';
import type { Cases } from './scene.ts';

/** Both organisations have a framework of the key `coast`, with roles and skills of the same keys. */
export const versionCases: Cases = {
  'framework/export/export-roles-csv': [['404', ({ context, b }) => exportRolesCsv(context, b.versionId)], ['nothing', ({ context, a }) => exportRolesCsv(context, a.versionId)]],
  'framework/export/export-skills-csv': [['404', ({ context, b }) => exportSkillsCsv(context, b.versionId)], ['nothing', ({ context, a }) => exportSkillsCsv(context, a.versionId)]],
  'framework/export/export-workbook': [['404', ({ context, b }) => exportWorkbook(context, b.versionId, 'ods')]],
  'framework/export/read-exported-facts': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readExportedFacts(tx, a.id, b.versionId))],
    ['hidden', ({ inA, b }) => inA((tx) => readExportedFacts(tx, b.id, b.versionId))],
  ],
  'framework/version/find-last-version': [
    ['nothing', ({ inA, a }) => inA((tx) => findLastVersion(tx, a.id, 'skill', { key: 'lamps', frameworkKey: null }))],
    ['nothing', ({ inA, b }) => inA((tx) => findLastVersion(tx, b.id, 'role', { key: 'keeper', frameworkKey: null }))],
  ],
  'framework/version/read-base-version': [['nothing', ({ inA, b }) => inA((tx) => readBaseVersion(tx, b.id, b.versionId))]],
  'framework/version/read-former-names': [['nothing', ({ inA, a, b }) => inA((tx) => readFormerNames(tx, a.id, 'skill', [b.skills.lamps]))]],
  'framework/version/read-role-content': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readRoleContent(tx, a.id, b.versionId, 'keeper'))],
    ['hidden', ({ inA, b }) => inA((tx) => readRoleContent(tx, b.id, b.versionId, 'keeper'))],
  ],
  'framework/version/read-role-wording': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readRoleWording(tx, a.id, b.versionId, 'keeper'))],
    ['hidden', ({ inA, b }) => inA((tx) => readRoleWording(tx, b.id, b.versionId, 'keeper'))],
  ],
  'framework/version/read-skill-content': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readSkillContent(tx, a.id, { versionId: b.versionId, scale: [] }, 'lamps'))],
    ['hidden', ({ inA, b }) => inA((tx) => readSkillContent(tx, b.id, { versionId: b.versionId, scale: [] }, 'lamps'))],
  ],
  'framework/version/read-skill-wording': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readSkillWording(tx, a.id, { versionId: b.versionId, scale: [] }, 'lamps'))],
    ['hidden', ({ inA, b }) => inA((tx) => readSkillWording(tx, b.id, { versionId: b.versionId, scale: [] }, 'lamps'))],
  ],
  'framework/version/read-successors': [['nothing', ({ inA, a, b }) => inA((tx) => readSuccessors(tx, a.id, b.skills.lamps))]],
  'framework/version/read-version': [['404', ({ inA, a, b }) => inA((tx) => readVersion(tx, a.id, b.versionId))]],
  'framework/version/read-version-contents': [['404', ({ context, b }) => readVersionContents(context, b.versionId)], ['nothing', ({ context, a }) => readVersionContents(context, a.versionId)]],
  'framework/version/read-version-role': [['404', ({ context, b }) => readVersionRole(context, b.versionId, 'keeper')], ['404', ({ context, a, b }) => readVersionRole(context, a.versionId, b.roles.keeper)]],
  'framework/version/read-version-skill': [['404', ({ context, b }) => readVersionSkill(context, b.versionId, 'lamps')], ['404', ({ context, a, b }) => readVersionSkill(context, a.versionId, b.skills.lamps)]],
  'framework/version/read-versions': [['nothing', ({ context }) => readVersions(context)]],
};
