import type { ReleaseChoice, ReleaseItem } from '#app/domain/framework/release/release-item.ts';

interface ChoiceWords {
  /** What is chosen. */
  label: string;
  /** What it does to people and to what is recorded. */
  hint: string;
}

const partNames = { skill: 'skill', role: 'role', 'role-level': 'role level' } as const;

const and = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(' and ');

/** What choosing this does with this change, in plain words. */
export function choiceWords(item: ReleaseItem, choice: ReleaseChoice): ChoiceWords {
  const { kind, part } = item;
  const [before, after, thing] = [and(item.before), and(item.after), partNames[part]];
  const carried = part === 'skill' ? 'recorded levels' : 'the people who hold it and what is recorded of them';
  switch (choice) {
    case 'accept':
      return accepted(item, { before, after, thing, carried });
    case 'separate':
      return separated(item);
    case 'keep-name':
      return { label: `The same ${thing}, still called ${before} here`, hint: `Nothing changes for anybody: ${carried} go on.` };
    case 'keep':
      return { label: `Keep ${before} as an addition of our own`, hint: 'Everything recorded goes on. It stays with each later release until you take it out of your additions.' };
    case 'wording':
      return { label: 'Only the wording changed', hint: 'Recorded levels carry as they are.' };
    case 'meaning':
      return { label: 'The meaning changed', hint: 'Recorded levels carry, and are marked for review until they are agreed anew.' };
    case 'start-anew':
      return { label: kind === 'merged' ? `${after} starts without levels` : `What comes out starts without levels`, hint: `Levels in ${before} stay in the history. Everybody is to be assessed in ${after}.` };
    case 'carry-first':
      return {
        label: item.after.includes(item.before[0] ?? '') ? `Only levels in ${and(item.before.slice(0, 1))} count on` : `Only levels in ${and(item.before.slice(0, 1))} count for ${after}`,
        hint: 'Those of the others stay in the history.',
      };
    case 'carry-all':
      return {
        label: `Levels in ${before} count for ${after}`,
        hint: item.before.length > 1 ? 'The newest of each person counts, marked for review until it is agreed anew.' : 'They are marked for review until they are agreed anew.',
      };
  }
}

/** What goes and what is new, where nothing is taken for the same. */
function separated({ part, before, after }: ReleaseItem): ChoiceWords {
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  const ends = [
    ...(gone.length === 0 ? [] : [`${and(gone)} ${gone.length === 1 ? 'goes' : 'go'}`]),
    ...(come.length === 0 ? [] : [`${and(come)} ${come.length === 1 ? 'is' : 'are'} new`]),
  ];
  const stay = gone.length === 0 ? '' : part === 'skill' ? `Levels in ${and(gone)} stay in the history.` : `Who holds ${and(gone)} is to be moved to another role level.`;
  const none = come.length === 0 || part !== 'skill' ? '' : `Nobody has a level in ${and(come)} yet.`;
  return { label: `Not the same: ${ends.join(', ')}`, hint: [stay, none].filter((text) => text !== '').join(' ') };
}

type Names = Record<'before' | 'after' | 'thing' | 'carried', string>;

function accepted({ kind, part }: ReleaseItem, { before, after, thing, carried }: Names): ChoiceWords {
  switch (kind) {
    case 'renamed':
      return { label: `The same ${thing}, now called ${after}`, hint: `${capital(carried)} go on under the new name. The old one is kept as a former name and still leads here.` };
    case 'word-replaced':
      return { label: `Take the name ${after} over`, hint: `The same ${thing}: ${carried} go on under the name the documents give.` };
    case 'merged':
      return { label: `${before} become ${after}`, hint: 'Recorded levels carry as proposed.' };
    case 'split':
      return { label: `${before} becomes ${after}`, hint: 'Recorded levels carry as proposed.' };
    case 'gone':
      return {
        label: `Let ${before} go`,
        hint: part === 'skill' ? 'Levels stay in the history and are measured against nothing any more.' : 'Who holds it is to be moved; nothing is expected of them until then.',
      };
    case 'level-gone':
      return { label: `Let ${before} go`, hint: 'Who holds it is to be moved to another role level; nothing is expected of them until then.' };
    default:
      return { label: 'Take the change over', hint: 'As the release says it.' };
  }
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
