import type { CellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';

/** Where this viewer can do something about a cell; who looks back at a day that has passed can read on. */
export function panelActions({ person, skill, cell, may, asOf, isToday }: CellDetail): { words: string; to: string }[] {
  const base = `/people/${person.id}`;
  if (!isToday) return [{ words: `${person.name} on that day`, to: `${base}?asOf=${asOf}` }];
  const isDisputed = cell.marks.includes('disputed');
  return [
    ...(may.assess ? [{ words: cell.agreedLevel === null ? 'Assess' : 'Assess again', to: `${base}/assess?skill=${skill.id}#skill-${skill.id}` }] : []),
    ...(may.dispute ? [{ words: isDisputed ? 'Look at your dispute' : 'I do not agree', to: `${base}/agree#skill-${skill.id}` }] : []),
    // The page leads on to the case in its round.
    ...(may.decide ? [{ words: 'Decide about the dispute', to: `${base}/agree#skill-${skill.id}` }] : []),
    ...(may.writeEvidence ? [{ words: 'Write evidence', to: `${base}/evidence/write?skill=${skill.id}` }] : []),
    { words: 'Skills to work on, in the review', to: `${base}/review` },
    { words: 'Profile', to: base },
  ];
}
