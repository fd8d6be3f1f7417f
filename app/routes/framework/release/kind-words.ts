import type { ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';

interface KindWords {
  /** Over the changes of this kind. */
  heading: string;
  /** At one change. */
  tag: string;
  /** What it does to what is recorded of people. */
  rule: string;
}

const barMoved = 'The bar moved: no recorded level changes, only what it is measured against.';

/** Each kind of change, in the order of the page: what a person should look at first stands first. */
export const kindWords: Record<ReleaseItemKind, KindWords> = {
  renamed: {
    heading: 'Renamed',
    tag: 'Renamed',
    rule: 'The same thing under another name: recorded levels and addresses go on, and the old name is kept as a former one.',
  },
  merged: { heading: 'Merged', tag: 'Merged', rule: 'Several become one. Whether recorded levels count for what comes out is decided by a person.' },
  split: { heading: 'Split', tag: 'Split', rule: 'One becomes several. Whether recorded levels count for what comes out is decided by a person.' },
  'word-replaced': {
    heading: 'Names in which a word was replaced throughout',
    tag: 'Word replaced',
    rule: 'Looks like searching and replacing in the documents, and not like another skill or role.',
  },
  'expectation-moved': { heading: 'Expected levels that move', tag: 'The bar moved', rule: barMoved },
  'expectation-added': {
    heading: 'Expectations that come',
    tag: 'The bar moved',
    rule: 'The bar moved: who has no level in the skill yet counts as not assessed.',
  },
  'expectation-gone': {
    heading: 'Expectations that go',
    tag: 'The bar moved',
    rule: 'The bar moved: recorded levels stay, and are measured against nothing any more.',
  },
  gone: { heading: 'Gone', tag: 'Gone', rule: 'What was recorded stays in the history under the version it was recorded with.' },
  'level-gone': { heading: 'Role levels that go', tag: 'Role level gone', rule: 'Nothing is expected any more of who holds it, until they are moved to another role level.' },
  meaning: {
    heading: 'Wording with a changed meaning',
    tag: 'Meaning changed',
    rule: 'Recorded levels carry, and are marked for review until they are agreed anew.',
  },
  'level-added': { heading: 'Role levels that come', tag: 'New role level', rule: 'Nobody holds it yet.' },
  'level-reordered': { heading: 'Order of role levels', tag: 'Order', rule: 'Nobody moves; only what counts as the next role level changes.' },
  'grades-changed': { heading: 'Grades that change', tag: 'Grades', rule: 'Nobody’s own grade changes.' },
  'level-undefined': { heading: 'Skill levels that are not defined any more', tag: 'Not defined any more', rule: 'Recorded levels stay, and say that the framework does not define them.' },
  'level-defined': { heading: 'Skill levels that are defined now', tag: 'Defined now', rule: 'Recorded levels stay.' },
  new: { heading: 'New', tag: 'New', rule: 'Nothing is recorded of it yet.' },
  'family-changed': { heading: 'Roles that change their family', tag: 'Role family', rule: 'Recorded levels stay.' },
  wording: { heading: 'Wording only', tag: 'Wording', rule: 'Recorded levels carry as they are.' },
  'description-changed': { heading: 'Descriptions that change', tag: 'Description', rule: 'Recorded levels stay.' },
  'description-repaired': { heading: 'Descriptions that come', tag: 'Description', rule: 'One was missing. Recorded levels stay.' },
};

/** The kinds in the order in which the page shows them. */
export const kindOrder = Object.keys(kindWords) as ReleaseItemKind[];
