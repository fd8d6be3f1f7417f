import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VoiceReader, visibleVoices } from './visible-voices.ts';

const nobody: VoiceReader = { isSubject: false, isManager: false, isModerator: false, readsRatings: false };
const subject = { ...nobody, isSubject: true, readsRatings: true };
const manager = { ...nobody, isManager: true, isModerator: true, readsRatings: true };
const moderator = { ...nobody, isModerator: true, readsRatings: true };
const neither = { selfIn: false, managerIn: false, isRevealed: false };
const bothIn = { selfIn: true, managerIn: true, isRevealed: false };
const hides = { hidesVoices: true };
const shows = { hidesVoices: false };

describe('whose answers somebody sees before they are on record', () => {
  it.each([
    ['the person, their own', subject, hides, neither, ['self']],
    ['the manager, theirs and what is being agreed', manager, hides, neither, ['agreed', 'manager']],
    ['a moderator, what is being agreed', moderator, hides, neither, ['agreed']],
    ['nobody else, anything', nobody, shows, bothIn, []],
    ['the person, nothing of the manager in a round that hides', subject, hides, bothIn, ['self']],
    ['the person, what the manager handed in where nothing is hidden', subject, shows, bothIn, ['manager', 'self']],
    ['the person, nothing that is still being written', subject, shows, neither, ['self']],
    ['a moderator, no side before both are shown', moderator, shows, bothIn, ['agreed']],
    ['a moderator, both sides once they are shown', moderator, hides, { ...bothIn, isRevealed: true }, ['agreed', 'manager', 'self']],
  ] as const)('%s', (_who, reader, cycle, participant, voices) => {
    expect([...visibleVoices(reader, cycle, participant)].sort()).toEqual(voices);
  });

  it('keeps a manager who is the person from what is written about them', () => {
    expect([...visibleVoices({ ...manager, isSubject: true }, hides, neither)]).toEqual(['self']);
  });

  it('is nobody but the voice itself, in a round that hides and does not show both yet, and outside any round', () => {
    const anyReader = fc.record({ isSubject: fc.boolean(), isManager: fc.boolean(), isModerator: fc.boolean(), readsRatings: fc.boolean() });
    const anyBefore = fc.option(fc.record({ selfIn: fc.boolean(), managerIn: fc.boolean(), isRevealed: fc.constant(false) }));
    fc.assert(
      fc.property(anyReader, anyBefore, (reader, participant) => {
        const seen = visibleVoices(reader, participant === null ? null : hides, participant);
        expect(seen.has('self')).toBe(reader.isSubject);
        expect(seen.has('manager')).toBe(reader.isManager && !reader.isSubject);
        expect(seen.has('agreed')).toBe(reader.isModerator && !reader.isSubject);
      }),
    );
  });
});
