/** Characters of the name of a file that are kept. */
const mostCharacters = 200;

/** The name of a file without folders and without characters that would act on a terminal or a page, or that the database refuses. */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.slice(0, mostCharacters).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '') || 'unnamed file';
}
