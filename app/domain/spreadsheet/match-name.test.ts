import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchName } from './match-name.ts';

const named = (...names: string[]) => names.map((name) => ({ id: `id of ${name}`, name }));
const namesOf = (match: ReturnType<typeof matchName>) => ('suggestions' in match ? match.suggestions.map(({ name }) => name) : match);

describe('a name in a file', () => {
  const skills = named('User focus', 'Ownership and initiative', 'Incident management', 'Change management', 'Service focus');

  it('is the same whatever its letter case, spacing and typographic marks', () => {
    expect(matchName(' user  FOCUS ', skills)).toEqual({ id: 'id of User focus' });
    expect(matchName('It‑service', named('IT - service'))).toEqual({ id: 'id of IT - service' });
  });

  it('is never taken for a near one, which is suggested, nearest first', () => {
    expect(namesOf(matchName('Incident managment', skills))).toEqual(['Incident management', 'Change management']);
    expect(namesOf(matchName('Focus user', skills))).toEqual(['User focus', 'Service focus']);
    expect(namesOf(matchName('Élodie Durand', named('Elodie Durand', 'Mary Brown')))).toEqual(['Elodie Durand']);
  });

  it('that two have is neither, and both are suggested', () => {
    const twins = [{ id: '1', name: 'Sam Lee' }, { id: '2', name: 'sam lee' }];
    expect(matchName('Sam Lee', twins)).toEqual({ suggestions: twins });
    expect(matchName('Sam Lee', [twins[0]!, twins[0]!])).toEqual({ id: '1' });
  });

  it('that is like no other has no suggestion', () => {
    for (const text of ['', '—', 'Zymurgy', 'x'.repeat(20_000)]) expect(matchName(text, skills), text.slice(0, 20)).toEqual({ suggestions: [] });
    expect(matchName('Anything', [])).toEqual({ suggestions: [] });
  });

  it('is found for each of thousands, and suggested for each with a letter missing', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ({ id: String(at), name: `Person ${at.toString(36)} of Team ${at % 97}` }));
    for (const { id, name } of many) expect(matchName(name.toUpperCase(), many)).toEqual({ id });
    let found = 0;
    for (const { id, name } of many) {
      const match = matchName(name.replace('Person', 'Persn'), many);
      if ('suggestions' in match && match.suggestions.some((one) => one.id === id)) found += 1;
    }
    expect(found).toBeGreaterThan(4_900);
  });

  it('answers only ids that it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (names, text) => {
        const candidates = named(...names);
        const match = matchName(text, candidates);
        const ids = 'id' in match ? [match.id] : match.suggestions.map(({ id }) => id);
        expect(ids.length <= 5 && ids.every((id) => candidates.some((candidate) => candidate.id === id))).toBe(true);
      }),
    );
  });
});
