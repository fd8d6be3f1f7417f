import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { objectiveLink } from './objective-link.ts';

/**
 * Where this viewer can do something about a cell; who looks back at a day that has passed can read on. `here` is the address of the
 * picture with the cell open, to which an objective leads back.
 */
export function panelActions({ person, skill, cell, may, asOf, isToday }: CellDetail, here: string): { words: string; to: string }[] {
  const base = `/people/${person.id}`;
  if (!isToday) return [{ words: `${person.name} on that day`, to: `${base}?asOf=${asOf}` }];
  const isDisputed = cell.marks.includes('disputed');
  return [
    ...(may.assess ? [{ words: cell.agreedLevel === null ? 'Assess' : 'Assess again', to: `${base}/assess?skill=${skill.id}#skill-${skill.id}` }] : []),
    ...(may.dispute ? [{ words: isDisputed ? 'Look at your dispute' : 'I do not agree', to: `${base}/agree#skill-${skill.id}` }] : []),
    // The page leads on to the case in its round.
    ...(may.decide ? [{ words: 'Decide about the dispute', to: `${base}/agree#skill-${skill.id}` }] : []),
    ...(may.writeEvidence ? [{ words: 'Write evidence', to: `${base}/evidence/write?skill=${skill.id}` }] : []),
    ...(may.writeObjectives ? [{ words: 'Add an objective', to: objectiveLink(person.id, { skill: skill.id }, here) }] : []),
    { words: 'Review', to: `${base}/review` },
    { words: 'Profile', to: base },
  ];
}
