/** The states of a release, as they are kept. */
export type ReleaseState = 'reading' | 'refused' | 'open' | 'published' | 'withdrawn' | 'discarded';

/** What each state is called, and how its word looks. */
export const stateWords: Record<ReleaseState, { word: string; tone: 'neutral' | 'good' | 'bad' }> = {
  reading: { word: 'Being read', tone: 'neutral' },
  open: { word: 'Waits for you', tone: 'bad' },
  refused: { word: 'Could not be read', tone: 'bad' },
  published: { word: 'Published', tone: 'good' },
  withdrawn: { word: 'Taken back', tone: 'neutral' },
  discarded: { word: 'Discarded', tone: 'neutral' },
};
