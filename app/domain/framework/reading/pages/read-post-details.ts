import { cleanName } from '#app/domain/framework/clean-name.ts';
import { readGrades } from '#app/domain/framework/reading/read-grades.ts';

export interface PostDetails {
  /** Null where neither POST TITLE, nor the front matter, nor a heading names the post. */
  title: string | null;
  titleLine: number;
  /** Null where the pay band is not filled in. */
  grades: string[] | null;
}

/** The post's title, in sentence case ("Service Manager" becomes "Service manager"), and its grades. */
export function readPostDetails(text: string): PostDetails {
  const lines = text.split(/\r\n?|\n/).map((line) => (/^\s+title:/.test(line) ? '' : cleanName(line).replace(/\*\*|__/g, '')));
  const patterns = [
    /^(?:#+ *)?(?:post|job|role) title ?[:–-] ?(.+)$/i,
    /^title: ?["']?(.+?)["']?(?: (?:job|role) description)?["']?$/i,
    /^# +(.+?)(?: ?[:–-]? (?:job|role) description)$/i,
  ];
  const payBand = lines.map((line) => /^(?:pay ?band|grade)(?: ?\/ ?(?:pay ?band|grade))? ?: ?(.+)$/i.exec(line)?.[1] ?? '').find((band) => band !== '');
  const grades = readGrades(payBand ?? '');
  for (const pattern of patterns) {
    const at = lines.findIndex((line) => /\p{L}/u.test((pattern.exec(line)?.[1] ?? '').replace(/\[.*?\]/g, '')));
    const found = pattern.exec(lines[at] ?? '')?.[1];
    if (found !== undefined) {
      return { title: sentenceCase(found.replace(/ (?:job|role) description$/i, '').trim()), titleLine: at + 1, grades: grades.length === 0 ? null : grades };
    }
  }
  return { title: null, titleLine: 1, grades: grades.length === 0 ? null : grades };
}

/** Plain capitalised words after the first become lower case; "IT", "UX", "DevOps" and the like stay. */
function sentenceCase(title: string): string {
  const shouted = title === title.toUpperCase();
  return title
    .split(' ')
    .map((word, index) => {
      const short = /^\(?(?:IT|ICT|UX|UI|HR|AI|QA|QAT|DDaT|CRM|ERP|HMRC)\)?$/.test(word);
      if (short || (!shouted && !/^\(?\p{Lu}\p{Ll}*[),:]?$/u.test(word))) return word;
      const lower = word.toLowerCase();
      return index === 0 ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    })
    .join(' ');
}
