import type { RoleFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { orderRoleLevels } from '#app/domain/framework/order-role-levels.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { mergeRoleLevel } from './merge-role-level.ts';
import type { RoleLevelVoice } from './merge-role-level.ts';
import type { MergeReading } from './rank-readings.ts';

interface RoleVoice {
  file: string;
  role: RoleFacts;
  /** Whether its names and descriptions only fill what the adopted version leaves open. */
  fillsOnly: boolean;
}

/**
 * All roles of the adopted version and the ranked documents; what no document mentions stays as it is. Where the adopted
 * version already holds wording of the downloads (`holdsDownloads`), names and descriptions of role pages only fill gaps,
 * so that importing a page and the downloads in turn does not change them back and forth.
 */
export function mergeRoles(base: readonly RoleFacts[], ranked: readonly MergeReading[], holdsDownloads: boolean, report: ImportReport): RoleFacts[] {
  const adopted = new Map(base.map((role) => [nameKey(role.name), role]));
  const voices = new Map<string, RoleVoice[]>();
  for (const { file, kind, facts } of ranked) {
    for (const role of facts.roles) {
      const key = nameKey(role.name);
      voices.set(key, [...(voices.get(key) ?? []), { file, role, fillsOnly: holdsDownloads && kind === 'role-page' }]);
    }
  }
  const kept = base.filter((role) => !voices.has(nameKey(role.name)));
  return [...kept, ...[...voices].map(([key, said]) => mergeRole(said, adopted.get(key) ?? null, report))];
}

function mergeRole(said: readonly RoleVoice[], base: RoleFacts | null, report: ImportReport): RoleFacts {
  const strong = said.filter((voice) => !voice.fillsOnly).map((voice) => voice.role);
  const all = said.map((voice) => voice.role);
  const name = strong[0]?.name ?? base?.name ?? all[0]?.name ?? '';
  const levels = new Map<string, RoleLevelVoice[]>();
  for (const { file, role, fillsOnly } of said) {
    for (const roleLevel of role.roleLevels) {
      const key = nameKey(roleLevel.name);
      levels.set(key, [...(levels.get(key) ?? []), { file, roleLevel, fillsOnly }]);
    }
  }
  const baseLevels = new Map((base?.roleLevels ?? []).map((roleLevel) => [nameKey(roleLevel.name), roleLevel]));
  const absent = [...baseLevels].filter(([key]) => !levels.has(key)).map(([, roleLevel]) => roleLevel);
  if (absent.length > 0) {
    report.notice('kept-absent', null, `The documents do not mention ${absent.map((level) => `"${level.name}"`).join(', ')} of "${name}": kept as adopted.`);
  }
  const merged = [...levels].map(([key, voices]) => mergeRoleLevel(voices, baseLevels.get(key) ?? null, report)).filter((level) => level !== null);
  const stated = said.find(({ role }) => role.roleLevels.some((level) => level.seniority !== null))?.role.roleLevels ?? [];
  const { roleLevels, inferred } = orderRoleLevels([...merged, ...absent], namesInOrder(stated), namesInOrder(base?.roleLevels ?? []));
  if (inferred.length > 0 && roleLevels.length > 1) {
    report.notice('seniority-inferred', null, `No document says where ${inferred.map((level) => `"${level}"`).join(', ')} stand in the order of "${name}"; the expected levels were gone by.`);
  }
  return {
    familyName: firstOf(all.map((role) => role.familyName)) ?? base?.familyName ?? null,
    name,
    description: firstOf([...strong.map((role) => role.description), base?.description ?? null, ...all.map((role) => role.description)]),
    roleLevels,
    // Undefined: the document says nothing of it.
    roleType: [...all, base].find((role) => role?.roleType !== undefined)?.roleType ?? null,
    skillsWithoutLevel: [...all, base].find((role) => role?.skillsWithoutLevel !== undefined)?.skillsWithoutLevel ?? [],
  };
}

function namesInOrder(roleLevels: readonly { name: string; seniority: number | null }[]): string[] {
  return roleLevels
    .flatMap(({ name, seniority }) => (seniority === null ? [] : [{ name, seniority }]))
    .sort((a, b) => a.seniority - b.seniority)
    .map(({ name }) => name);
}

function firstOf(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null) ?? null;
}
