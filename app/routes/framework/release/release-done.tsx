import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { OfficialSource } from '#app/routes/framework/official-source.tsx';
import type { PresentedDone } from './presented-release.ts';
import { ReleaseGroup } from './release-group.tsx';

/** What came of a release: where its version stands, whether it can be taken back, and what it changed. */
export function ReleaseDone({ done }: { done: PresentedDone }) {
  const { version, takeBack, groups, kind, hasWording } = done;
  return (
    <>
      {version && (
        <p className="mb-step">
          <TextLink to={`/framework/versions/${version.id}`}>{`See the version ${version.label}`}</TextLink>
        </p>
      )}
      {takeBack?.isPossible && (
        <p className="mb-part max-w-prose">
          <span className="mb-snug block">Until somebody is assessed under the new version, this can be taken back.</span>
          <ButtonLink look="secondary" to="?confirm=withdraw">
            Take back
          </ButtonLink>
        </p>
      )}
      {takeBack && !takeBack.isPossible && <Notice kind="information">{takeBack.why}</Notice>}
      {groups.map((group) => (
        <ReleaseGroup key={group.kind} group={group} isOpen={false} />
      ))}
      {hasWording && <OfficialSource kind={kind} />}
    </>
  );
}
