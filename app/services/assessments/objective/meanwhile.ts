/** What a form is told that was filled in before somebody else's turn. */
export const changedMeanwhile = 'This objective was changed meanwhile. Nothing was saved: compare with what stands there now and save again.';

export const withdrawnMeanwhile = 'This objective was withdrawn meanwhile, so nothing was saved. Add it anew if it still holds.';
