import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidePictureState } from './decide-picture-state.ts';
import { metricsFor } from './metrics-for.ts';
import { parsePictureState } from './parse-picture-state.ts';
import { pictureMetrics, pictureViews } from './picture.ts';
import type { PictureReader } from '#app/domain/capability/picture/views/picture-reader.ts';
import { rowOrders } from './picture-state.ts';
import { viewsFor } from './views-for.ts';

const head: PictureReader = { mayNamePeople: true, isService: true, today: '2026-06-01' };
const decide = (search: string, reader: PictureReader = head) => decidePictureState(parsePictureState(new URLSearchParams(search)), reader);

describe('what is shown of what an address asks for', () => {
  it('is chosen where it asks for nothing: teams of a service, people of a team, by team, today', () => {
    expect(decide('').state).toMatchObject({ view: 'teams', metric: 'met', order: 'team', asOf: '2026-06-01', before: null });
    expect(decide('', { ...head, isService: false }).state).toMatchObject({ view: 'people', metric: 'gap', order: 'team' });
  });

  it('is the usual metric where the view has no such one, and that of the comparison where two days are compared', () => {
    expect(decide('view=people&metric=met').state.metric).toBe('gap');
    expect(decide('view=people&metric=gap&before=2026-01-01').state).toMatchObject({ metric: 'change', before: '2026-01-01' });
    expect(decide('view=people&metric=agreed&before=2026-01-01&compare=side').state.metric).toBe('agreed');
    expect(decide('view=role-levels&metric=bar-moved&before=2026-01-01').state.metric).toBe('bar-moved');
    expect(decide('view=voices&before=2026-01-01').state).toMatchObject({ metric: 'voices', before: null });
  });

  it('says what is wrong with a day, and shows what can be shown', () => {
    expect(decide('asOf=2026-02-30')).toMatchObject({ state: { asOf: '2026-06-01' }, problem: 'Enter a real date, such as 2026-11-02. This page shows today' });
    expect(decide('asOf=2026-06-02')).toMatchObject({ state: { asOf: '2026-06-01' }, problem: 'Enter a date that is not in the future. This page shows today' });
    for (const before of ['2026-06-01', '2027-01-01']) {
      expect(decide(`before=${before}`)).toMatchObject({ state: { before: null, metric: 'met' }, problem: 'Enter a date to compare with that is before the date shown. This page compares with no other day' });
    }
    expect(decide('before=last+year')).toMatchObject({ state: { before: null }, problem: 'Enter a real date to compare with, such as 2025-11-02. This page compares with no other day' });
    expect(decide('asOf=2026-05-01&before=2026-04-30')).toMatchObject({ state: { asOf: '2026-05-01', before: '2026-04-30' }, problem: null });
  });

  it('is always something that the reader may see, of somebody outside the line only the teams of today', () => {
    const anyOf = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const days = ['2026-05-01', '2025-01-01', '2026-13-01', '2027-01-01', '0000-01-01', 'x'];
    const anyAddress = fc.record({ view: anyOf(pictureViews), metric: anyOf(pictureMetrics), order: anyOf(rowOrders), compare: anyOf(['side']), asOf: anyOf(days), before: anyOf(days) });
    fc.assert(
      fc.property(anyAddress, fc.boolean(), fc.boolean(), (address, mayNamePeople, isService) => {
        const reader = { ...head, mayNamePeople, isService };
        const { state, problem } = decide(new URLSearchParams(JSON.parse(JSON.stringify(address)) as Record<string, string>).toString(), reader);
        expect(metricsFor(reader, state)).toContain(state.metric);
        expect(state.asOf <= head.today && (state.before === null || state.before < state.asOf)).toBe(true);
        if (mayNamePeople) return;
        expect(viewsFor(reader)).toEqual([state.view]);
        expect([state.view, state.asOf, state.before, problem]).toEqual(['teams', head.today, null, null]);
        expect(['holders', 'age']).not.toContain(state.metric);
      }),
    );
  });
});
