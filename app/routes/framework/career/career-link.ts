interface Place {
  frameworkKey: string;
  kind: string;
}

/** The page of where a role level can lead; `address` is `role-key/role-level-key`, left out to choose one. */
export function careerLink(version: Place, address?: string): string {
  return addressOf('/framework/career', version, address === undefined ? {} : { from: address });
}

/** The page that compares two role levels, or two roles; left out, they are chosen there. */
export function compareLink(version: Place, one?: string, other?: string): string {
  return addressOf('/framework/compare', version, { ...(one === undefined ? {} : { one }), ...(other === undefined ? {} : { other }) });
}

function addressOf(page: string, { frameworkKey, kind }: Place, asked: Record<string, string>): string {
  const query = new URLSearchParams({ ...asked, ...(kind === 'gdad' ? {} : { framework: frameworkKey }) }).toString();
  return query === '' ? page : `${page}?${query}`;
}
