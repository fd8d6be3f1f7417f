import { NoticeText } from '#app/ui/notice-text.tsx';
import { Page } from '#app/ui/page.tsx';

/** A text of an organisation as everybody reads it. */
export function NoticePage({ title, notice }: { title: string; notice: { organisationName: string; body: string } }) {
  return (
    <Page title={title} lead={notice.organisationName}>
      <NoticeText body={notice.body} />
    </Page>
  );
}
