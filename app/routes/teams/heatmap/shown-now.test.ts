import { describe, expect, it } from 'vitest';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import type { PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { HeatmapPage } from './read-heatmap-page.server.ts';
import { shownNow } from './shown-now.ts';

const stateOf = (search: string) => parsePictureState(new URLSearchParams(search));
const metrics: readonly PictureMetric[] = ['gap', 'agreed'];
const page = (mayNamePeople: boolean, before: string | null = null) => ({
  shown: { ...stateOf(''), view: 'people', metric: 'gap', order: 'team', asOf: '2026-06-01', before } as HeatmapPage['shown'],
  choices: { metrics } as HeatmapPage['choices'],
  today: '2026-06-01',
  mayNamePeople,
});

describe('what the page of a heatmap shows now', () => {
  it('follows the address in what needs no data', () => {
    const { shown } = shownNow(page(true), stateOf('metric=agreed&held=3&open=a.b'));
    expect(shown).toMatchObject({ metric: 'agreed', heldLevel: 3, open: { rowId: 'a', columnId: 'b' } });
  });

  it('falls back to the usual metric where the view has no such one', () => {
    expect(shownNow(page(true), stateOf('metric=voices')).shown).toMatchObject({ metric: 'gap', heldLevel: 1 });
  });

  it('takes no day into its links that cannot be answered', () => {
    expect(shownNow(page(true, '2026-01-01'), stateOf('asOf=yesterday&before=2031-01-01')).asked).toMatchObject({ asOf: null, before: '2026-01-01' });
  });

  it('opens nothing for a reader who sees no levels of people', () => {
    const { asked, shown } = shownNow(page(false), stateOf('open=a.b'));
    expect([asked.open, shown.open]).toEqual([null, null]);
  });
});
