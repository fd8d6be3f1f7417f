import type { RoleFacts } from './framework-facts.ts';
import { mergeRoleLevel } from './merge-role-level.ts';
import type { RoleLevelVoice } from './merge-role-level.ts';
import { nameKey } from './name-key.ts';
import { orderRoleLevels } from './order-role-levels.ts';
import type { MergeReading } from './rank-readings.ts';
import type { ImportReport } from './start-report.ts';

interface RoleVoice {
  file: string;
  role: RoleFacts;
}

/** All roles of the adopted version and the ranked documents; what no document mentions stays as it is. */
export function mergeRoles(base: readonly RoleFacts[], ranked: readonly MergeReading[], report: ImportReport): RoleFacts[] {
  const adopted = new Map(base.map((role) => [nameKey(role.name), role]));
  const voices = new Map<string, RoleVoice[]>();
  for (const { file, facts } of ranked) {
    for (const role of facts.roles) {
      const key = nameKey(role.name);
      voices.set(key, [...(voices.get(key) ?? []), { file, role }]);
    }
  }
  const kept = base.filter((role) => !voices.has(nameKey(role.name)));
  return [...kept, ...[...voices].map(([key, said]) => mergeRole(said, adopted.get(key) ?? null, report))];
}

function mergeRole(said: readonly RoleVoice[], base: RoleFacts | null, report: ImportReport): RoleFacts {
  const name = said[0]?.role.name ?? '';
  const levels = new Map<string, RoleLevelVoice[]>();
  for (const { file, role } of said) {
    for (const roleLevel of role.roleLevels) {
      const key = nameKey(roleLevel.name);
      levels.set(key, [...(levels.get(key) ?? []), { file, roleLevel }]);
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
    familyName: firstOf(said.map(({ role }) => role.familyName)) ?? base?.familyName ?? null,
    name,
    description: firstOf(said.map(({ role }) => role.description)) ?? base?.description ?? null,
    roleLevels,
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
