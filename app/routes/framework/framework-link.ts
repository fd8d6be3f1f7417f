/** A framework, as far as an address has to name it. */
interface Place {
  frameworkKey: string;
  kind: string;
}

/** The page of a role or skill. The official framework is the one that an address means without naming any. */
export function frameworkLink(place: Place, page: 'roles' | 'skills', key: string): string {
  return `/framework/${page}/${key}${suffix(place)}`;
}

/** The page of roles that share skills, for one role or to choose one. */
export function sharedSkillsLink(place: Place, roleKey?: string): string {
  const role = roleKey === undefined ? '' : `role=${roleKey}`;
  const framework = suffix(place).slice(1);
  const query = [role, framework].filter((part) => part !== '').join('&');
  return `/framework/shared-skills${query === '' ? '' : `?${query}`}`;
}

function suffix({ frameworkKey, kind }: Place): string {
  return kind === 'gdad' ? '' : `?framework=${frameworkKey}`;
}
