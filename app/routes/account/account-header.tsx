import type { Viewer } from '#app/domain/access/viewer.ts';
import { SectionTabs } from '#app/ui/section-tabs.tsx';

const pages = {
  overview: { to: '/account', label: 'Your account' },
  password: { to: '/account/password', label: 'Password' },
  'second-factor': { to: '/account/second-factor', label: 'Second factor' },
  'single-sign-on': { to: '/account/single-sign-on', label: 'Single sign-on' },
  sessions: { to: '/account/sessions', label: 'Where you are signed in' },
  data: { to: '/account/data', label: 'Your data' },
} as const;

export type AccountPage = keyof typeof pages;

/** These change credentials, which a session on the word of one organisation must not. */
const ownCredentials: AccountPage[] = ['password', 'second-factor', 'single-sign-on'];

export interface AccountFrame {
  tabs: { to: string; label: string; current: boolean }[];
}

/** The pages of one's account that this session may open, for the header above each of them. */
export function accountFrame(viewer: Viewer, current: AccountPage): AccountFrame {
  const isBound = viewer.session?.isBound ?? true;
  const open = Object.entries(pages).filter(([name]) => !isBound || !ownCredentials.includes(name as AccountPage));
  return { tabs: open.map(([name, { to, label }]) => ({ to, label, current: name === current })) };
}

/** The pages of one's own account. */
export function AccountHeader({ frame }: { frame: AccountFrame }) {
  return <SectionTabs label="Your account" items={frame.tabs} />;
}
