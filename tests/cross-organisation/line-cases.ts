import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { readHistory } from '#app/services/assessments/read-history.server.ts';
import { readNewestEntries } from '#app/services/assessments/read-newest-entries.server.ts';
import { readRecordedAssessments } from '#app/services/assessments/read-recorded-assessments.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readCapabilityFacts } from '#app/services/capability/read-capability-facts.server.ts';
import { readCoverageRules } from '#app/services/capability/read-coverage-rules.server.ts';
import { readCoverage } from '#app/services/capability/read-coverage.server.ts';
import { readCurrentCells } from '#app/services/capability/read-current-cells.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readPastCells } from '#app/services/capability/read-past-cells.server.ts';
import { readPeopleFacts } from '#app/services/capability/read-people-facts.server.ts';
import { readPersonCapability } from '#app/services/capability/read-person-capability.server.ts';
import { readPictureRevision } from '#app/services/capability/picture/read-picture-revision.server.ts';
import { readSnapshots } from '#app/services/capability/picture/read-snapshots.server.ts';
import { readPlacedPeople } from '#app/services/capability/read-placed-people.server.ts';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamCounts } from '#app/services/capability/read-team-counts.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readUndefinedLevels } from '#app/services/capability/read-undefined-levels.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { addTeam } from '#app/services/people/add-team.server.ts';
import { editPerson } from '#app/services/people/edit-person.server.ts';
import { editTeam } from '#app/services/people/edit-team.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { readPeopleByName } from '#app/services/people/read-people-by-name.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { readPlacementOptions } from '#app/services/people/read-placement-options.server.ts';
import { readTeamForm } from '#app/services/people/read-team-form.server.ts';
import { readTeamPeople } from '#app/services/people/read-team-people.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { removeCoverageRule } from '#app/services/planning/remove-coverage-rule.server.ts';
import type { TestOrganisation } from '#tests/helpers/organisation.ts';
import type { Cases, Scene } from './scene.ts';

const person = { name: 'Anybody', email: null, grade: null, startsOn: '2026-01-01', leavesOn: null };
const newPerson = (of: TestOrganisation) => ({ ...person, teamId: of.teams.boats, roleLevelId: of.roleLevels.crew });
const move = ({ teams, roleLevels }: TestOrganisation) => ({
  teamId: teams.boats,
  roleLevelId: roleLevels.crew,
  movesOn: '2026-06-01',
  fromTeamId: teams.lights,
  fromRoleLevelId: roleLevels.juniorKeeper,
});
const answer = (of: TestOrganisation) => ({ entries: [{ skillId: of.skills.signals, source: 'agreed' as const, level: 1, note: null }] });
const rule = (of: TestOrganisation) => ({ skillId: of.skills.signals, minimumLevel: 1, minimumPeople: 1, reason: null });
const teamsOf = (of: TestOrganisation) => Object.values(of.teams);
const placesOf = (of: TestOrganisation) =>
  Object.values(of.people).map((id) => ({ id, roleLevelId: of.roleLevels.juniorKeeper }));

/** A's team with B's teams for its subtree: what a mistake in the code above could hand down. */
const forgedPlace = async ({ a, b, context }: Scene) => ({ ...(await readTeam(context, a.teams.service)), subtreeIds: teamsOf(b) });

/** People, assessments, planning and capability. */
export const lineCases: Cases = {
  'people/add-person': [
    ['refused', ({ context, a, b }) => addPerson(context, { ...newPerson(a), teamId: b.teams.boats })],
    ['refused', ({ context, a, b }) => addPerson(context, { ...newPerson(a), roleLevelId: b.roleLevels.crew })],
    ['nothing', ({ context, a, b }) => addPerson(context, { ...newPerson(a), email: `ben@${b.canary}.example` })],
  ],
  'people/add-team': [['refused', ({ context, b }) => addTeam(context, { name: 'Radio', parentId: b.teams.service })]],
  'people/edit-person': [['404', ({ context, b }) => editPerson(context, b.people.ben, { ...person, revision: 1 })]],
  'people/edit-team': [
    ['404', ({ context, b }) => editTeam(context, b.teams.boats, { name: 'Mine', parentId: b.teams.service, revision: 1 })],
    ['refused', ({ context, a, b }) => editTeam(context, a.teams.boats, { name: 'Boats', parentId: b.teams.service, revision: 1 })],
  ],
  'people/move-person': [
    ['404', ({ context, b }) => movePerson(context, b.people.ben, move(b))],
    ['refused', ({ context, a, b }) => movePerson(context, a.people.ben, { ...move(a), teamId: b.teams.boats })],
    ['refused', ({ context, a, b }) => movePerson(context, a.people.ben, { ...move(a), roleLevelId: b.roleLevels.crew })],
  ],
  'people/read-locked-person': [['404', ({ inA, b }) => inA((_, inside) => readLockedPerson(inside, b.people.ben))]],
  'people/read-people-by-name': [['nothing', ({ context, b }) => readPeopleByName(context, b.canary)]],
  'people/read-person': [['404', ({ context, b }) => readPerson(context, b.people.ben)]],
  'people/read-placement-options': [['nothing', ({ context }) => readPlacementOptions(context)]],
  'people/read-team': [['404', ({ context, b }) => readTeam(context, b.teams.service)]],
  'people/read-team-form': [['404', ({ context, b }) => readTeamForm(context, b.teams.service)]],
  'people/read-team-people': [['404', ({ context, b }) => readTeamPeople(context, b.teams.service)]],
  'people/read-team-tree': [['nothing', ({ context }) => readTeamTree(context.db)]],
  'assessments/read-assessment-form': [
    ['404', ({ context, b }) => readAssessmentForm(context, b.people.ben)],
    ['nothing', ({ context, a, b }) => readAssessmentForm(context, a.people.ben, Object.values(b.skills))],
  ],
  'assessments/read-history': [['404', ({ context, b }) => readHistory(context, b.people.ben)]],
  'assessments/read-newest-entries': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readNewestEntries(tx, a.id, b.people.ben))],
    ['hidden', ({ inA, b }) => inA((tx) => readNewestEntries(tx, b.id, b.people.ben))],
  ],
  'assessments/read-recorded-assessments': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readRecordedAssessments(tx, a.id, b.people.ben))],
    ['hidden', ({ inA, b }) => inA((tx) => readRecordedAssessments(tx, b.id, b.people.ben))],
  ],
  'assessments/save-assessment': [
    ['404', ({ context, b }) => saveAssessment(context, b.people.ben, answer(b))],
    ['refused', ({ context, a, b }) => saveAssessment(context, a.people.ben, answer(b))],
  ],
  'planning/add-coverage-rule': [
    ['404', ({ context, b }) => addCoverageRule(context, b.teams.boats, rule(b))],
    ['refused', ({ context, a, b }) => addCoverageRule(context, a.teams.boats, rule(b))],
  ],
  'planning/remove-coverage-rule': [
    ['404', ({ context, b, ruleOfB }) => removeCoverageRule(context, b.teams.lights, ruleOfB)],
    ['404', ({ context, a, ruleOfB }) => removeCoverageRule(context, a.teams.lights, ruleOfB)],
  ],
  'capability/read-capability-facts': [
    ['nothing', async (scene) => readCapabilityFacts(scene.context, await forgedPlace(scene), '2026-06-01')],
    ['nothing', async (scene) => readCapabilityFacts(scene.context, await forgedPlace(scene), '2026-05-31')],
  ],
  'capability/read-coverage': [['404', ({ context, b }) => readCoverage(context, b.teams.lights)]],
  'capability/read-coverage-rules': [['nothing', async (scene) => readCoverageRules(scene.context, await forgedPlace(scene))]],
  'capability/read-current-cells': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readCurrentCells(tx, a.id, teamsOf(b)))],
    ['nothing', ({ inA, b }) => inA((tx) => readCurrentCells(tx, b.id, teamsOf(b)))],
  ],
  'capability/read-flags': [['404', ({ context, b }) => readFlags(context, { teamId: b.teams.service })]],
  'capability/read-past-cells': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readPastCells(tx, a.id, placesOf(b), '2026-06-01'))],
    ['nothing', ({ inA, b }) => inA((tx) => readPastCells(tx, b.id, placesOf(b), '2026-06-01'))],
  ],
  'capability/read-people-facts': [
    ['nothing', ({ context, b }) => readPeopleFacts(context, teamsOf(b), '2026-06-01')],
    ['nothing', ({ context, b }) => readPeopleFacts(context, teamsOf(b), '2026-05-31')],
  ],
  'capability/read-person-capability': [['404', ({ context, b }) => readPersonCapability(context, b.people.ben)]],
  'capability/picture/read-snapshots': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readSnapshots(tx, a.id, [b.cycleId], teamsOf(b)))],
    ['nothing', ({ inA, b }) => inA((tx) => readSnapshots(tx, b.id, [b.cycleId], teamsOf(b)))],
  ],
  'capability/picture/read-picture-revision': [['404', ({ context, b }) => readPictureRevision(context, b.teams.service)]],
  'capability/read-placed-people': [
    ['nothing', ({ inA, a, b }) => inA((tx) => readPlacedPeople(tx, a.id, teamsOf(b), '2026-06-01', true))],
    ['hidden', ({ inA, b }) => inA((tx) => readPlacedPeople(tx, b.id, teamsOf(b), '2026-06-01', false))],
  ],
  'capability/read-service-matrix': [
    ['404', ({ context, b }) => readServiceMatrix(context, { teamId: b.teams.service })],
    ['404', ({ context, b }) => readServiceMatrix(context, { teamId: b.teams.service, asOf: '2026-05-31' })],
  ],
  'capability/read-team-counts': [['nothing', ({ context, b }) => readTeamCounts(context, teamsOf(b))]],
  'capability/read-team-matrix': [['404', ({ context, b }) => readTeamMatrix(context, { teamId: b.teams.service })]],
  'capability/read-undefined-levels': [['nothing', ({ inA, b }) => inA((tx) => readUndefinedLevels(tx, b.id))]],
};
