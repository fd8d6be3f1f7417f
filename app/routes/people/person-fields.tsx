import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { DateField } from '#app/ui/date-field.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface FieldsProps {
  problems: readonly Problem[];
  values: Readonly<Record<string, string | undefined>>;
}

/** Who a person is. */
export function PersonDetailsFields({ problems, values }: FieldsProps) {
  const field = (name: string) => ({ name, defaultValue: values[name], error: problemAt(problems, name) });
  return (
    <>
      <TextField {...field('name')} label="Full name" autoComplete="off" />
      <TextField {...field('email')} label="E-mail address (optional)" type="email" autoComplete="off" width="full" />
      <TextField {...field('grade')} label="Civil service grade (optional)" hint="For example HEO or G7" width="short" />
      <DateField {...field('startsOn')} label="First day" />
      <DateField {...field('leavesOn')} label="Last day, if it is known" />
    </>
  );
}

interface PlacementFieldsProps extends FieldsProps {
  options: {
    teams: readonly { id: string; name: string }[];
    roles: readonly { name: string; roleLevels: readonly { id: string; name: string; grades: readonly string[] }[] }[];
  };
}

/** Where a person stands: team and role level. */
export function PlacementFields({ problems, values, options }: PlacementFieldsProps) {
  return (
    <>
      <SelectField
        name="teamId"
        label="Team"
        prompt="Choose a team"
        options={options.teams.map((team) => ({ value: team.id, label: team.name }))}
        defaultValue={values.teamId}
        error={problemAt(problems, 'teamId')}
      />
      <SelectField
        name="roleLevelId"
        label="Role level"
        hint="What the framework expects of this role level is what the person is set against"
        prompt="Choose a role level"
        options={options.roles.map((role) => ({
          group: role.name,
          options: role.roleLevels.map(({ id, name, grades }) => ({
            value: id,
            label: grades.length > 0 ? `${name} (${grades.join(', ')})` : name,
          })),
        }))}
        defaultValue={values.roleLevelId}
        error={problemAt(problems, 'roleLevelId')}
      />
    </>
  );
}
