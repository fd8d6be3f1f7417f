import { describe, expect, it } from 'vitest';
import { lookAlikeEmail } from './look-alike-email.ts';

const why = (address: string, ...others: string[]) => lookAlikeEmail(address, others)?.why ?? null;

describe('an address that looks like another', () => {
  it('has letters of another script or shape', () => {
    expect(lookAlikeEmail('mаrk.lee@dept.example', ['mark.lee@dept.example'])).toEqual({ address: 'mark.lee@dept.example', why: 'look-alike-letters' });
    expect(why('mark.lee@dept.example', 'mark.lee@dерt.example')).toBe('look-alike-letters');
    expect(why('ada.burns@dept.example', 'ada.bums@dept.example')).toBe('look-alike-letters');
    expect(why('pau1@dept.example', 'paul@dept.example')).toBe('look-alike-letters');
    expect(why('zoë.hall@dept.example', 'zoe.hall@dept.example')).toBe('look-alike-letters');
    expect(why('ann.lee@dept.\u200bexample', 'ann.lee@dept.example')).toBe('look-alike-letters');
  });

  it('leads to the same mailbox', () => {
    expect(why('ann.lee+assess@dept.example', 'ann.lee@dept.example')).toBe('same-mailbox');
    expect(why('ann.lee@dept.example', 'ann.lee+b@dept.example')).toBe('same-mailbox');
  });

  it('has one slip of the finger', () => {
    expect(why('brain.may@dept.example', 'brian.may@dept.example')).toBe('slip-in-name');
    expect(why('cathrine.lee@dept.example', 'catherine.lee@dept.example')).toBe('slip-in-name');
    expect(why('catherine.lee@dept.example', 'cathrine.lee@dept.example')).toBe('slip-in-name');
    expect(why('ann.lee@justcie.example', 'ann.lee@justice.example')).toBe('slip-in-domain');
    expect(why('ann.lee@justice.example', 'ann.lee@jusstice.example')).toBe('slip-in-domain');
    expect(why('ann.lee@justice.example', 'ann.lee@justixe.example')).toBe('slip-in-domain');
  });

  it('is neither the same in other letter case nor behind blanks, which is the same address', () => {
    expect(why(' Ann.Lee@Dept.Example ', 'ann.lee@dept.example')).toBeNull();
    expect(why('ann.lee@dept.example', 'ann.lee@dept.example')).toBeNull();
  });

  it('is not merely that of somebody with a like name', () => {
    const people: [string, string][] = [
      ['ann.lee', 'anna.lee'], ['mark.smith', 'mary.smith'], ['jon.smith', 'john.smith'], ['a.smith', 'b.smith'], ['carol.hall', 'carole.hall'],
      ['william.roberts', 'william.robert'], ['sam.lee1', 'sam.lee2'], ['sam.lee', 'sam.lee2'], ['dan.brown', 'ian.brown'], ['tester12', 'tester21'],
    ];
    for (const [one, other] of people) expect(why(`${one}@dept.example`, `${other}@dept.example`), `${one} and ${other}`).toBeNull();
    expect(why('info@hr.example', 'info@hq.example')).toBeNull();
    expect(why('mark.lee@justice.example', 'mary.lee@justcie.example')).toBeNull();
  });

  it('never throws where there is no address at all', () => {
    for (const text of ['', '@', 'nobody', '@@@@', 'a'.repeat(5_000)]) expect(why(text, 'ann.lee@dept.example', '', '@')).toBeNull();
  });

  it('is found among thousands of numbered and of like ones', () => {
    const others = Array.from({ length: 5_000 }, (_, at) => `person${String(at).padStart(4, '0')}@dept.example`).concat('catherine.lee@dept.example');
    expect(others.filter((address) => lookAlikeEmail(address, others) !== null)).toEqual([]);
    expect(lookAlikeEmail('cathreine.lee@dept.example', others)?.address).toBe('catherine.lee@dept.example');
  });
});
