import type { CatalogueFramework, CatalogueRole } from '#app/services/framework/read-catalogue.server.ts';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { frameworkLink } from './framework-link.ts';

interface FrameworkSectionProps {
  framework: CatalogueFramework;
  /** Opens the skills: they are then few, and asked for. */
  isSearch: boolean;
}

/** One framework of the catalogue: its families with their roles, and its skills. */
export function FrameworkSection({ framework, isSearch }: FrameworkSectionProps) {
  const { frameworkName, label, roles, skills } = framework;
  const families = groupByFamily(roles);
  const names = [...families.keys()].sort();
  return (
    <section className="mb-part">
      <h2 className="mb-snug text-heading-m font-heading">
        {frameworkName} <span className="font-regular text-muted">{label}</span>
      </h2>
      {names.map((name) => (
        <section key={name} className="mb-step">
          {name !== '' && <h3 className="mb-close text-heading-s font-heading">{name}</h3>}
          <ul className="gap-x-part sm:columns-2 lg:columns-3">
            {families.get(name)?.map((role) => (
              <li key={role.key} className="mb-close break-inside-avoid">
                <TextLink to={frameworkLink(framework, 'roles', role.key)}>{role.name}</TextLink>
                <span className="block text-note text-muted">{levelCount(role)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {skills.length > 0 && (
        <Details summary={`${skills.length} ${skills.length === 1 ? 'skill' : 'skills'}`} open={isSearch}>
          <ul className="gap-x-part sm:columns-2 lg:columns-3">
            {skills.map((skill) => (
              <li key={skill.key} className="mb-close break-inside-avoid">
                <TextLink to={frameworkLink(framework, 'skills', skill.key)}>{skill.name}</TextLink>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

const familyOf = ({ familyName }: CatalogueRole): string => familyName ?? '';

function groupByFamily(roles: readonly CatalogueRole[]): Map<string, CatalogueRole[]> {
  const families = new Map<string, CatalogueRole[]>();
  for (const role of roles) families.set(familyOf(role), [...(families.get(familyOf(role)) ?? []), role]);
  return families;
}

function levelCount({ roleLevels }: CatalogueRole): string {
  if (roleLevels.length === 0) return 'no role levels in use';
  return roleLevels.length === 1 ? '1 role level' : `${roleLevels.length} role levels`;
}
