/** What a release answers that cannot be changed as it was asked. Each says what happened and what to do. */
export const releaseWords = {
  closed: 'This release is no longer open: it was published, taken back or discarded, or its documents were refused. Nothing was changed.',
  reading: 'The documents are still being read. Wait until they are, then try again.',
  decidedMeanwhile: 'This release was decided about meanwhile, by somebody else or in another window. Nothing was saved: look at what is decided now, then try again.',
  stale: 'Another version of the framework was adopted since this release was compared. Nothing was published: compare it again first.',
  undecided: (count: number) => `${count} ${count === 1 ? 'change asks' : 'changes ask'} for a decision. Nothing was published: decide about ${count === 1 ? 'it' : 'them'} first.`,
  unknownItem: 'This change is not part of the release any more. Nothing was saved: look at the release as it is now.',
  notOffered: 'Choose one of the answers that are offered for this change.',
  stranding: 'Somebody stands in a role level that only this release has. Move them first.',
} as const;
