/** The texts that an organisation owes its staff. */
export const noticeKinds = ['purpose', 'lawful-basis', 'privacy-notice', 'accessibility-statement'] as const;

export type NoticeKind = (typeof noticeKinds)[number];

export const noticeTitles: Record<NoticeKind, string> = {
  purpose: 'Purpose',
  'lawful-basis': 'Lawful basis',
  'privacy-notice': 'Privacy notice',
  'accessibility-statement': 'Accessibility statement',
};
