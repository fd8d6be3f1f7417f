import type { FrameworkChanges, NameChanges } from './framework-changes.ts';

/** How many of one sort come, change and go. */
export interface ChangeCount {
  what: string;
  added: number;
  changed: number;
  removed: number;
}

/** The changes in numbers, one line a sort; sorts without a change are left out. */
export function countChanges(changes: FrameworkChanges): ChangeCount[] {
  const names = (what: string, { added, removed }: NameChanges) => ({ what, added: added.length, changed: 0, removed: removed.length });
  const only = (what: string, changed: number) => ({ what, added: 0, changed, removed: 0 });
  const worded = changes.wording.filter(({ before }) => before !== null).length;
  return [
    names('Role families', changes.families),
    names('Roles', changes.roles),
    names('Role levels', changes.roleLevels),
    names('Skills', changes.skills),
    {
      what: 'Expectations',
      added: changes.expectationsAdded.length,
      changed: changes.expectationsChanged.length,
      removed: changes.expectationsRemoved.length,
    },
    only('Grades of role levels', changes.grades.length),
    only('Orders of seniority', changes.seniority.length),
    { what: 'Wording of skill levels', added: changes.wording.length - worded, changed: worded, removed: 0 },
    only('Descriptions', changes.descriptions.length),
  ].filter(({ added, changed, removed }) => added + changed + removed > 0);
}
