/** The address of a page of own additions, such as `add`, for one framework; an empty page name is the list. */
export function ownLink(frameworkKey: string, page = '', more: Record<string, string> = {}): string {
  return `/framework/own${page === '' ? '' : `/${page}`}?${new URLSearchParams({ framework: frameworkKey, ...more }).toString()}`;
}
