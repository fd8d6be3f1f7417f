import { TextLink } from '#app/ui/text-link.tsx';
import { careerLink, compareLink } from './career/career-link.ts';
import { sharedSkillsLink } from './framework-link.ts';

interface RoleWaysOnProps {
  version: { frameworkKey: string; kind: string };
  roleKey: string;
  /** From the most junior. */
  roleLevels: readonly { id: string; key: string; name: string }[];
  mayDraft: boolean;
}

/** Where one goes on from a role: to others, and from each of its role levels to the next, to career paths and to a job description. */
export function RoleWaysOn({ version, roleKey, roleLevels, mayDraft }: RoleWaysOnProps) {
  const address = (key: string) => `${roleKey}/${key}`;
  return (
    <section className="mb-part">
      <h2 className="mb-snug text-heading-m font-heading">Going on from here</h2>
      <ul className="grid gap-close">
        {roleLevels.map(({ id, key, name }, index) => {
          const next = roleLevels[index + 1];
          return (
            <li key={id} className="flex flex-wrap gap-x-step gap-y-hair">
              <span className="font-strong">{name}</span>
              {next && (
                <TextLink to={compareLink(version, address(key), address(next.key))}>
                  Compare with {next.name}
                  <span className="sr-only">, from {name}</span>
                </TextLink>
              )}
              <TextLink to={careerLink(version, address(key))}>
                Career paths<span className="sr-only"> from {name}</span>
              </TextLink>
              {mayDraft && (
                <TextLink to={`/framework/job-descriptions/new?roleLevel=${id}`}>
                  Job description<span className="sr-only"> for {name}</span>
                </TextLink>
              )}
            </li>
          );
        })}
        <li>
          <TextLink to={sharedSkillsLink(version, roleKey)}>Other roles that share these skills</TextLink>
        </li>
        <li>
          <TextLink to={compareLink(version, roleKey)}>Compare the whole role with another</TextLink>
        </li>
      </ul>
    </section>
  );
}
