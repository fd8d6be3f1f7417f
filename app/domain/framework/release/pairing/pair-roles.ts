import type { RoleFacts } from '#app/domain/framework/framework-facts.ts';
import type { LikenessFrame } from '#app/domain/framework/release/likeness/likeness-frame.ts';
import { portrayRoles } from '#app/domain/framework/release/likeness/portray-roles.ts';
import { weighPortraits } from '#app/domain/framework/release/likeness/weigh-portraits.ts';
import { weighRarity } from '#app/domain/framework/release/likeness/weigh-rarity.ts';
import type { NoteLink } from '#app/domain/framework/release/notes/note-link.ts';
import type { StateMatch } from './match-states.ts';
import { pairGroup } from './pair-group.ts';
import type { GroupPairing } from './pair-group.ts';
import type { ReplacedWord } from './pairing.ts';

/** Pairs roles. `skillKeys` gives what a skill of the state before is in the new state, by plain key. */
export function pairRoles(
  match: StateMatch<RoleFacts>,
  skillKeys: (skillName: string) => readonly string[],
  plain: (name: string) => string,
  links: readonly NoteLink[],
  replaced: readonly ReplacedWord[],
): GroupPairing {
  if (match.absent.length === 0 && match.fresh.length === 0) return { proposals: [], gone: [], fresh: [] };
  const keyNow = (name: string) => [plain(name)];
  const [absent = [], fresh = [], had = [], has = []] = weighPortraits([
    portrayRoles(match.absent, skillKeys, replaced),
    portrayRoles(match.fresh, keyNow, []),
    portrayRoles(match.stays.map(({ before }) => before), skillKeys, replaced),
    portrayRoles(match.stays.map(({ after }) => after), keyNow, []),
  ]);
  const stays = had.flatMap((before, index) => (has[index] === undefined ? [] : [{ before, after: has[index] }]));
  const all = [...absent, ...fresh, ...had, ...has];
  const frame: LikenessFrame = {
    weights: { name: 0.3, wording: 0.15, ties: 0.4, marks: 0.15 },
    tieWeight: weighRarity(all.map(({ ties }) => ties.keys())),
  };
  return pairGroup({ part: 'role', absent, fresh, stays, frame, links, replaced });
}
