/**
 * The short name of an organisation in addresses and commands: lower case letters and digits with
 * hyphens between, at most 40 characters. A name without any of those gives "organisation".
 */
export function organisationSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 41)
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug === '' ? 'organisation' : slug;
}
