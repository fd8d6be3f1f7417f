import { frameworkLink } from '#app/routes/framework/framework-link.ts';
import type { CareerDestination, CareerView } from '#app/services/framework/career/read-career-steps.server.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { careerLink, compareLink } from './career-link.ts';

interface CareerStepsProps {
  title: string;
  from: NonNullable<CareerView['from']>;
  version: CareerView['version'];
  steps: readonly CareerDestination[];
  /** How many there are, of which `steps` are the nearest. */
  count: number;
}

/** The nearest role levels of one group, each with what carries over and what is missing. */
export function CareerSteps({ title, from, version, steps, count }: CareerStepsProps) {
  const step = (level: number | null) => (level === null ? 'not expected now' : `now ${level}`);
  return (
    <DataTable
      stacked
      caption={title}
      note={count > steps.length ? `The nearest ${steps.length} of ${count}, nearest first.` : 'Nearest first.'}
      columns={[
        {
          key: 'name',
          head: 'Role level',
          rowHead: true,
          cell: ({ name, roleName, grades, address }) => (
            <>
              <TextLink to={careerLink(version, address)}>{name}</TextLink>
              <span className="block font-regular text-muted">
                {roleName}
                {grades !== null && grades.length > 0 && `, ${grades.join(', ')}`}
              </span>
              <TextLink to={compareLink(version, from.address, address)}>
                Compare<span className="sr-only"> with {name}</span>
              </TextLink>
            </>
          ),
        },
        { key: 'distance', head: 'Distance', numeric: true, cell: ({ distance, stepsMissing }) => `${stepsMissing} ${stepsMissing === 1 ? 'step' : 'steps'} (${distance.toFixed(2)})` },
        { key: 'shared', head: 'Carries over', cell: ({ shared }) => (shared.length === 0 ? 'nothing in full' : `${shared.length}: ${shared.map(({ name }) => name).join(', ')}`) },
        {
          key: 'missing',
          head: 'Missing',
          cell: ({ missing }) => (
            <ul className="sm:min-w-80">
              {missing.map(({ skillId, key, name, expectedLevel, heldLevel }) => (
                <li key={skillId}>
                  <TextLink to={`${frameworkLink(version, 'skills', key)}#level-${expectedLevel}`}>{name}</TextLink> {expectedLevel} <span className="text-muted">({step(heldLevel)})</span>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
      rows={steps}
      rowKey={({ id }) => id}
      empty="No other role level here shares a skill and asks for more."
    />
  );
}
