import type { Flag } from '#app/domain/capability/flag.ts';

/** The address of the page on which a flag can be put right, and what the link says. */
export function flagLink({ nextStep, people, skill, team }: Flag): { to: string; label: string } {
  const nameOf = (personId: string) => people.find((person) => person.id === personId)?.name ?? 'this person';
  switch (nextStep.page) {
    case 'assess-person':
      return {
        to: `/people/${nextStep.personId}/assess${skill ? `?skill=${skill.id}#skill-${skill.id}` : ''}`,
        label: `Assess ${nextStep.personName}`,
      };
    case 'person':
      return { to: `/people/${nextStep.personId}`, label: `Go to ${nameOf(nextStep.personId)}` };
    case 'team-heatmap':
      return { to: `/teams/${nextStep.teamId}/heatmap?view=people`, label: `See who could in ${team.name}` };
    case 'team-people':
      return { to: `/teams/${nextStep.teamId}/people`, label: `See the people of ${team.name}` };
    case 'coverage':
      return { to: `/teams/${nextStep.teamId}/coverage`, label: `See the coverage rules of ${team.name}` };
  }
}
