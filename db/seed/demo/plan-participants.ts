import type { DemoFramework } from './demo-framework.ts';
import type { DemoAssessment, DemoCycle, DemoParticipant, DemoPerson, DemoPlacement } from './demo-plan.ts';

const lastOf = (said: readonly DemoAssessment[]) => [...said].sort((one, other) => (one.assessedOn < other.assessedOn ? -1 : 1)).at(-1);

/** Where somebody stood on a day; before their first placement in that one. */
const placeOn = (person: DemoPerson, day: string): DemoPlacement =>
  person.placements.find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day < endsOn)) ?? person.placements[0]!;

/** Everybody who was there when a closed round opened, and how far they came: what the assessments of the round say of it. */
export function planParticipants(
  cycle: DemoCycle,
  people: readonly DemoPerson[],
  assessments: readonly DemoAssessment[],
  framework: DemoFramework,
): DemoParticipant[] {
  const present = people.filter(({ startsOn, leavesOn }) => startsOn <= cycle.opensOn && (leavesOn === null || leavesOn >= cycle.opensOn));
  return present.map((person) => {
    const said = assessments.filter(({ personName, cycleName }) => personName === person.name && cycleName === cycle.name);
    const of = (source: DemoAssessment['source']) => said.filter((one) => one.source === source);
    const [self, manager, agreed] = [lastOf(of('self')), lastOf(of('manager')), lastOf(of('agreed'))];
    const place = placeOn(person, cycle.closesOn);
    const expected = [...framework.expectationsOf(place.roleName, place.roleLevelName).keys()];
    const isAgreed = expected.every((skillName) => of('agreed').some((one) => one.skillName === skillName));
    const shownOn = [self?.assessedOn, manager?.assessedOn].filter((day) => day !== undefined).sort().at(-1) ?? null;
    return {
      cycleName: cycle.name,
      personName: person.name,
      teamName: place.teamName,
      selfInOn: self?.assessedOn ?? null,
      managerInOn: manager?.assessedOn ?? null,
      managerName: manager?.assessorName ?? null,
      shownOn,
      agreedOn: isAgreed ? (agreed?.assessedOn ?? null) : null,
      agreedName: isAgreed ? (agreed?.assessorName ?? null) : null,
      exemptReason: null,
    };
  });
}
