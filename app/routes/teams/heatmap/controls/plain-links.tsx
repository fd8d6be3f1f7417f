import type { ReactNode } from 'react';
import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import { pictureAddress } from '#app/routes/teams/heatmap/picture-address.ts';
import type { Controlled } from './controlled.ts';
import { SwitchLinks } from './switch-links.tsx';

/** What is on or off: how two days stand, one picture or many, grouped skills. `children` stands between those of a comparison and the others. */
export function PlainLinks({ page: { team, shown, choices, picture }, soon, children }: Controlled & { children: ReactNode }) {
  const to = (change: Parameters<typeof pictureAddress>[2]) => pictureAddress(team.id, soon, change);
  const isCompared = shown.before !== null;
  // Where all rows are of one kind, there is nothing to share.
  const kinds: Record<PictureView, number> = {
    people: choices.roles.length,
    voices: choices.roles.length,
    teams: picture.rows.length,
    'role-levels': picture.groups.length,
    expectation: picture.groups.length,
    cycles: 0,
  };
  const canGroup = shown.view !== 'cycles' && (soon.groupColumns || kinds[shown.view] > 1);
  return (
    <>
      {isCompared && (
        <>
          <SwitchLinks
            label="How the two days stand"
            items={(['change', 'side'] as const).map((compare) => ({ to: to({ compare, metric: null }), label: compare === 'change' ? 'Difference' : 'Side by side', current: compare === shown.compare }))}
          />
          <SwitchLinks label="Comparison" items={[{ to: to({ before: null, compare: 'change', metric: null }), label: 'Stop comparing' }]} />
        </>
      )}
      {children}
      {shown.view === 'people' && team.isService && <SwitchLinks label="One picture or many" items={[{ to: to({ multiples: !soon.multiples }), label: soon.multiples ? 'One picture of all' : 'One picture a team' }]} />}
      {canGroup && <SwitchLinks label="Columns" items={[{ to: to({ groupColumns: !soon.groupColumns }), label: soon.groupColumns ? 'Ungroup the skills' : 'Group shared skills' }]} />}
    </>
  );
}
