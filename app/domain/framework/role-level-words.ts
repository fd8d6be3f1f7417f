/**
 * A role level by its name, for wherever somebody is shown with it. Who stands in one that the adopted version does
 * not have any more stays there under its last name, and nothing is expected of them until they are moved.
 * `seniority` counts from 1; 0 says that the role level is gone.
 */
export function roleLevelWords(roleLevelName: string, seniority: number): string {
  return seniority === 0 ? `${roleLevelName} (no longer in the framework)` : roleLevelName;
}
