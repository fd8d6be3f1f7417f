import { accessRoleNames } from '#app/domain/access/access-role-names.ts';
import { accessRoleWords } from '#app/domain/access/access-role-words.ts';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import type { GrantOptions } from '#app/services/members/read-grant-options.server.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { FieldFrame } from '#app/ui/field-frame.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import type { GrantRow } from './grant-rows.ts';

const accessRoles = Object.keys(accessRoleNames) as GrantableRole[];

interface GrantFieldsProps {
  options: GrantOptions;
  /** What is there already, or was filled in. */
  rows: readonly GrantRow[];
  problems: readonly Problem[];
  /** How many rows there are to fill in; more where there are more already. */
  places?: number;
}

/**
 * What somebody may do, each with what it reaches: a row a grant, the empty ones folded away. `readGrantRows`
 * reads it back. Its fields are named `grants.<row>.<part>`; what is wrong with all of them stands at `grants`.
 */
export function GrantFields({ options, rows, problems, places = 3 }: GrantFieldsProps) {
  const count = Math.max(places, rows.length + 1);
  const shown = Math.max(rows.length, 1);
  const drawn = Array.from({ length: count }, (_, at) => <Row key={at} row={at + 1} options={options} value={rows[at]} problems={problems} />);
  return (
    <div id="grants" className="mb-part">
      <h2 className="mb-snug text-heading-m font-heading">What they may do</h2>
      {problemAt(problems, 'grants') && <p className="mb-snug font-strong text-danger">{problemAt(problems, 'grants')}</p>}
      <Details summary="What each of these may do">
        <DefinitionList items={accessRoles.map((role) => ({ term: accessRoleNames[role], detail: accessRoleWords[role] }))} />
      </Details>
      {drawn.slice(0, shown)}
      {count > shown && <Details summary="Give them something else as well">{drawn.slice(shown)}</Details>}
    </div>
  );
}

interface RowProps {
  row: number;
  options: GrantOptions;
  value: GrantRow | undefined;
  problems: readonly Problem[];
}

function Row({ row, options, value, problems }: RowProps) {
  const named = (list: GrantOptions['teams']) => list.map(({ id, name }) => ({ value: id, label: name }));
  const field = (part: keyof GrantRow) => {
    const name = `grants.${row}.${part}`;
    return { name, defaultValue: value?.[part] ?? '', error: problemAt(problems, name) };
  };
  return (
    <div className="mb-step border-l-4 border-line pl-step">
      <FieldFrame id={`grants.${row}`} as="group" label={`Grant ${row}`}>
        <SelectField
          {...field('accessRole')}
          label="Access role"
          options={accessRoles.map((role) => ({ value: role, label: accessRoleNames[role] }))}
          prompt="Choose"
        />
        <SelectField
          {...field('teamId')}
          label="For which team, with those under it"
          hint="Not for administrators and team members."
          options={[{ value: 'all', label: 'The whole organisation' }, ...named(options.teams)]}
          prompt="No team"
        />
        <SelectField {...field('roleId')} label="For which role of the framework" hint="Only for moderators." options={named(options.roles)} prompt="Every role" />
      </FieldFrame>
    </div>
  );
}
