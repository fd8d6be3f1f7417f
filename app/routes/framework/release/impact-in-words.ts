import type { Impact } from '#app/domain/capability/impact/release-impact.ts';
import { countInWords } from './count-in-words.ts';

type Numbers = Pick<Impact, 'people' | 'teams' | 'unseen' | 'measuredOtherwise' | 'metToBelow' | 'belowToMet' | 'toReview'> & {
  flags: { come: readonly unknown[]; go: readonly unknown[]; change: readonly unknown[] } | null;
};

/** Whom a change touches and what becomes of flags, in one sentence. Who sees no levels is told where people stand, and no more. */
export function impactInWords({ people, teams, unseen, measuredOtherwise, flags }: Numbers): string {
  const flagWords = flags === null ? '' : flagsInWords(flags.come.length, flags.go.length);
  if (people === 0) return `Nobody is touched${flagWords}.`;
  const touched = `${countInWords(people, 'person', 'people')} in ${countInWords(teams, 'team', 'teams')} ${people === 1 ? 'is' : 'are'} touched`;
  if (unseen === people) return `${touched}${flagWords}.`;
  return `${touched}, ${measured(people, measuredOtherwise)}${flagWords}.`;
}

function measured(people: number, otherwise: number): string {
  if (otherwise === 0) return 'nobody measured differently';
  if (otherwise === people) return people === 1 ? 'and measured differently' : 'all of them measured differently';
  return `${otherwise.toLocaleString('en-GB')} of them measured differently`;
}

function flagsInWords(come: number, go: number): string {
  const comes = come === 0 ? '' : `${countInWords(come, 'flag', 'flags')} ${come === 1 ? 'comes' : 'come'}`;
  const goes = go === 0 ? '' : `${come === 0 ? countInWords(go, 'flag', 'flags') : go.toLocaleString('en-GB')} ${go === 1 ? 'goes' : 'go'}`;
  const both = [comes, goes].filter((part) => part !== '').join(', ');
  return both === '' ? '' : `; ${both}`;
}

/** What becomes of levels, and what the viewer is not shown. Empty where nothing is to be said. */
export function restInWords({ people, unseen, metToBelow, belowToMet, toReview }: Numbers): string {
  const levels = [
    ...(metToBelow === 0 ? [] : [`${countInWords(metToBelow, 'level', 'levels')} that met ${metToBelow === 1 ? 'its' : 'their'} expectation ${metToBelow === 1 ? 'falls' : 'fall'} below it`]),
    ...(belowToMet === 0 ? [] : [`${countInWords(belowToMet, 'level', 'levels')} that fell short ${belowToMet === 1 ? 'meets its' : 'meet their'} expectation`]),
    ...(toReview === 0 ? [] : [`${countInWords(toReview, 'level is', 'levels are')} to be reviewed`]),
  ].join('; ');
  const hidden = unseen === 0 ? '' : unseen === people ? 'What changes for each is not shown: you may not see their levels.' : `What changes for ${unseen} of them is not shown: you may not see their levels.`;
  return [levels === '' ? '' : `${levels}.`, hidden].filter((text) => text !== '').join(' ');
}
