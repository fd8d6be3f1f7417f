import { OfficialSource } from '#app/routes/framework/official-source.tsx';
import { versionLink } from './version-link.ts';

interface VersionDownloadsProps {
  version: { versionId: string; label: string };
  /** Of the framework. */
  kind: string;
}

/** A version as files, and what their form has no place for. */
export function VersionDownloads({ version, kind }: VersionDownloadsProps) {
  return (
    <section className="mb-part max-w-prose">
      <h2 className="mb-snug text-heading-m font-heading">Download it</h2>
      <ul className="mb-snug list-disc pl-step">
        <li>
          <a href={versionLink(version, 'roles.csv')} download>{`Roles of ${version.label} (CSV)`}</a>: a row for each role level and skill it is expected to hold.
        </li>
        <li>
          <a href={versionLink(version, 'skills.csv')} download>{`Skills of ${version.label} (CSV)`}</a>: a row for each skill, with what each level asks.
        </li>
        <li>
          <a href={versionLink(version, 'framework.xlsx')} download>{`All of ${version.label} (XLSX)`}</a> or{' '}
          <a href={versionLink(version, 'framework.ods')} download>the same (ODS)</a>: the four tables of our template in one workbook.
        </li>
      </ul>
      <p className="mb-close">
        The CSV files have the form of the official downloads, so whoever reads those reads these. That form has no place for grades,
        for the order of seniority, or for role levels that are expected to hold nothing: the workbooks have, and can be imported again
        as a framework of your own.
      </p>
      {kind === 'gdad' && (
        <>
          <p className="mb-close">None of the files says whose words they hold. Say it where you pass them on:</p>
          <OfficialSource kind={kind} />
        </>
      )}
    </section>
  );
}
