import type { PersonRecord } from '#app/services/people/read-person.server.ts';

/** A person as the API shows them. */
export function personAnswer(person: PersonRecord) {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    grade: person.grade,
    startsOn: person.startsOn,
    leavesOn: person.leavesOn,
    team: person.teamName,
    teamId: person.teamId,
    role: person.roleName,
    roleLevel: person.roleLevelName,
    roleLevelId: person.roleLevelId,
  };
}
