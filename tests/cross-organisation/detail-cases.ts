import { readCellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { readDetailSkill } from '#app/services/capability/picture/read-detail-skill.server.ts';
import { readSkillDetail } from '#app/services/capability/picture/read-skill-detail.server.ts';
import type { Cases } from './scene.ts';

const today = '2026-06-01';

/** What stands open beside a picture. */
export const detailCases: Cases = {
  'capability/picture/read-cell-detail': [
    ['404', ({ context, b }) => readCellDetail(context, b.teams.service, b.people.ben, b.skills.lamps, today)],
    ['404', ({ context, a, b }) => readCellDetail(context, a.teams.service, b.people.ben, a.skills.lamps, today)],
    ['404', ({ context, a, b }) => readCellDetail(context, a.teams.service, a.people.ben, b.skills.lamps, today)],
    ['404', ({ context, a, b }) => readCellDetail(context, b.teams.service, a.people.ben, a.skills.lamps, today)],
  ],
  'capability/picture/read-skill-detail': [
    ['404', ({ context, b }) => readSkillDetail(context, b.teams.service, b.skills.lamps, today)],
    ['404', ({ context, a, b }) => readSkillDetail(context, a.teams.service, b.skills.lamps, today)],
    ['404', ({ context, a, b }) => readSkillDetail(context, b.teams.service, a.skills.lamps, today)],
  ],
  'capability/picture/read-detail-skill': [['404', ({ context, b }) => readDetailSkill(context, b.skills.lamps)]],
};
