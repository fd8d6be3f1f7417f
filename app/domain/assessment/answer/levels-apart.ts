/**
 * How many levels the person's own level lies above the manager's, negative below; null where one of them gave none.
 */
export function levelsApart({ selfLevel, managerLevel }: { selfLevel: number | null; managerLevel: number | null }): number | null {
  return selfLevel === null || managerLevel === null ? null : selfLevel - managerLevel;
}
