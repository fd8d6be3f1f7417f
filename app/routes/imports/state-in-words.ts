import type { ListedImport } from '#app/services/imports/read-imports.server.ts';

/** Where an import stands, in a sentence. */
export function stateInWords({ state, refusal, summary }: Pick<ListedImport, 'state' | 'refusal' | 'summary'>): string {
  switch (state) {
    case 'reading':
      return 'Being read.';
    case 'applying':
      return 'Being brought in.';
    case 'open':
      return refusal === null ? 'Waits for you.' : `Waits for you. ${refusal}`;
    case 'applied':
      return summary === null ? 'Brought in.' : `Brought in: ${summary.counts.add} added, ${summary.counts.change} changed, ${summary.counts.same} as they were.`;
    default:
      return refusal ?? 'Closed.';
  }
}
