import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import { rowOrders } from '#app/domain/capability/picture/picture-state.ts';
import { orderNames } from '#app/routes/teams/heatmap/picture-words.ts';
import { ChoiceForm } from './choice-form.tsx';
import type { Controlled } from './controlled.ts';

/** The views of which rows can be put in another order. */
const ordered: readonly PictureView[] = ['people', 'teams', 'role-levels', 'voices'];

/** What the order that a view starts in is called where its rows are no people. */
const firstOrders: Partial<Record<PictureView, string>> = { teams: 'Team', 'role-levels': 'Role, then seniority' };

/** In what order rows stand, and of the order by a skill, by which one. */
export function RowOrder({ page: { shown, choices, picture }, soon }: Controlled) {
  if (!ordered.includes(shown.view)) return null;
  const order = soon.order ?? 'team';
  // Where the address names no skill, the order goes by the first column shown.
  const skill = soon.orderSkillId ?? picture.columns[0]?.id ?? '';
  return (
    <>
      <ChoiceForm
        id="picture-order"
        state={soon}
        label="Order"
        name="order"
        value={order}
        drops={['by']}
        options={rowOrders.map((one) => ({ value: one, label: (one === 'team' && firstOrders[shown.view]) || orderNames[one] }))}
      />
      {order === 'skill' && <ChoiceForm id="picture-by" state={{ ...soon, order }} label="Skill" name="by" value={skill} options={choices.skills.map(({ id, name }) => ({ value: id, label: name }))} />}
    </>
  );
}
