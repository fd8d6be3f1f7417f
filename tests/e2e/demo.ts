import type { DemoAccount } from '#db/seed/demo/demo-plan.ts';
import { makeDemoOrganisation } from '#tests/helpers/demo-organisation.ts';

export type DemoRole = DemoAccount['key'];

/** A demo organisation that no other journey sees; its ids by name throw an Error for a name that is not there. */
export interface Demo {
  id: string;
  slug: string;
  accounts: Record<DemoRole, DemoAccount>;
  team(name: string): string;
  person(name: string): string;
  skill(name: string): string;
  /** A role of the framework. */
  role(name: string): string;
  /** The role of the framework that a person holds, by the person's name. */
  heldRole(personName: string): string;
  jobDescriptionId: string;
  /** The adopted version of the official framework. */
  versionId: string;
  /** A newer release of it, which waits for decisions. */
  releaseId: string;
  /** A round that is open. */
  cycleId: string;
  /** A scoring scheme that is on. */
  schemeId: string;
  /** By the key of the account; `bystander` is a user that nobody signs in as. */
  user(key: DemoRole | 'bystander'): string;
}

function lookUp(ids: Record<string, string>) {
  return (name: string): string => {
    const id = ids[name];
    if (id === undefined) throw new Error(`The demo names nothing "${name}".`);
    return id;
  };
}

/** Loads the demo organisation under a short name of its own. */
export async function makeDemo(): Promise<Demo> {
  const { organisationId: id, slug, accounts, teamIds, personIds, skillIds, userIds, roleIds, heldRoleIds, jobDescriptionId, versionId, releaseId, cycleId, schemeId } = await makeDemoOrganisation();
  return { id, slug, accounts, jobDescriptionId, versionId, releaseId, cycleId, schemeId, team: lookUp(teamIds), person: lookUp(personIds), skill: lookUp(skillIds), user: lookUp(userIds), role: lookUp(roleIds), heldRole: lookUp(heldRoleIds) };
}
