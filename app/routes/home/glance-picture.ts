import type { ServiceMatrix } from '#app/domain/capability/cell.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import { pictureTeams } from '#app/domain/capability/picture/views/picture-teams.ts';

/** The teams of a service as the picture at home shows them. Its reader sees the service in full, so that nothing is withheld. */
export function glancePicture({ skills, teams }: ServiceMatrix, asOf: string): Picture {
  const counts = teams.flatMap(({ id, cells }) =>
    cells.map(({ skillId, expected, assessed, met }) => ({ row: id, column: skillId, expected, assessed, met, atLevel: [], oldestOn: null })),
  );
  return pictureTeams({ asOf, teams, skills, counts });
}
