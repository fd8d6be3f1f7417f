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
  const split = <Change>(what: string, all: readonly Change[], isNew: (change: Change) => boolean) => {
    const added = all.filter(isNew).length;
    return { what, added, changed: all.length - added, removed: 0 };
  };
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
    split('Grades of role levels', changes.grades, ({ before }) => before === null),
    split('Orders of seniority', changes.seniority, ({ before }) => before.length === 0),
    split('Wording of skill levels', changes.wording, ({ before }) => before === null),
    split('Descriptions', changes.descriptions, ({ isNew }) => isNew),
  ].filter(({ added, changed, removed }) => added + changed + removed > 0);
}
