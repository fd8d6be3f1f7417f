import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { frameworkLink } from '#app/routes/framework/framework-link.ts';
import { versionLink } from './version-link.ts';

interface VersionNoticeProps {
  version: { versionId: string; label: string; isAdopted: boolean; publishedOn: string; withdrawnOn: string | null; frameworkKey: string; kind: string };
  page: 'roles' | 'skills';
  itemKey: string;
}

/** Says which version the page is of, and where the one of today is. */
export function VersionNotice({ version, page, itemKey }: VersionNoticeProps) {
  const { label, isAdopted, publishedOn, withdrawnOn } = version;
  return (
    <Notice kind="information">
      This is how <TextLink to={versionLink(version)}>{label}</TextLink>, published here on {publishedOn}, has it; this address shows it for good.{' '}
      {withdrawnOn === null ? (
        <>
          <TextLink to={frameworkLink(version, page, itemKey)}>{isAdopted ? 'It is the version in use' : 'See what holds now'}</TextLink>.
        </>
      ) : (
        // What came with it alone is nowhere else.
        `The version was taken back on ${withdrawnOn}.`
      )}
    </Notice>
  );
}
