/** The title of a browser tab: the page first, because tabs cut off the end. */
export function pageTitle(title?: string): string {
  return title ? `${title} - Capability Map` : 'Capability Map';
}
