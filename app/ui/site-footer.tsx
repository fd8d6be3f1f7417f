const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

interface SiteFooterProps {
  links?: { to: string; label: string }[];
}

/** The foot of every page: where the content of the framework comes from, and a way to what is read often. */
export function SiteFooter({ links = [] }: SiteFooterProps) {
  return (
    <footer className="mt-part border-t border-line bg-panel text-dense print:mt-close print:bg-transparent print:text-note">
      <div className="mx-auto flex max-w-page flex-col gap-close px-gutter py-step md:px-gutter-wide print:p-0 print:pt-2">
        {links.length > 0 && (
          <nav aria-label="Footer">
            <ul className="flex flex-wrap gap-x-step gap-y-close">
              {links.map((link) => (
                <li key={link.to}>
                  <a href={link.to}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p className="max-w-prose print:max-w-none">
          Role and skill names, levels and expectations come from the Government Digital and Data Profession Capability
          Framework and contain public sector information licensed under the{' '}
          <a href={licence}>Open Government Licence v3.0</a>.
        </p>
      </div>
    </footer>
  );
}
