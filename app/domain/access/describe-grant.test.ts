import { describe, expect, it } from 'vitest';
import { describeGrant } from './describe-grant.ts';

describe('a grant in words', () => {
  it.each([
    [{ accessRole: 'administrator', teamName: null, roleName: null }, 'Administrator'],
    [{ accessRole: 'team-member', teamName: null, roleName: null }, 'Team member'],
    [{ accessRole: 'team-manager', teamName: 'Lights', roleName: null }, 'Team manager of Lights'],
    [{ accessRole: 'head-of-service', teamName: null, roleName: null }, 'Head of service of the whole organisation'],
    [{ accessRole: 'moderator', teamName: 'Lights', roleName: 'Keeper' }, 'Moderator of Keeper in Lights'],
    [{ accessRole: 'moderator', teamName: null, roleName: 'Keeper' }, 'Moderator of Keeper in the whole organisation'],
  ] as const)('%o reads %s', (grant, words) => {
    expect(describeGrant(grant)).toBe(words);
  });
});
