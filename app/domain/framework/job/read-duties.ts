const bullet = /^[-•*·–]\s+/;

/**
 * A description parted into what it opens with and the duties that it lists, one bulleted line each. A line that only
 * leads into the list ("you will:") belongs to neither.
 */
export function readDuties(description: string | null): { opening: string; duties: string[] } {
  const lines = (description ?? '').split('\n').map((line) => line.trim());
  const duties = lines.filter((line) => bullet.test(line)).map((line) => line.replace(bullet, ''));
  const opening = lines.filter((line) => line !== '' && !bullet.test(line) && !/\bwill\b[^.]*:$/i.test(line));
  return { opening: opening.join('\n\n'), duties };
}
