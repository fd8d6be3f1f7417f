import type { Action } from '#app/domain/access/action.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { SectionTabs } from '#app/ui/section-tabs.tsx';

const pages = {
  users: { to: '/settings/users', label: 'Users', action: 'manage-access' },
  'single-sign-on': { to: '/settings/single-sign-on', label: 'Single sign-on', action: 'manage-access' },
  keys: { to: '/settings/keys', label: 'API keys', action: 'manage-access' },
  organisation: { to: '/settings/organisation', label: 'Organisation', action: 'manage-settings' },
  notices: { to: '/settings/notices', label: 'Notices', action: 'manage-settings' },
  retention: { to: '/settings/retention', label: 'Retention', action: 'manage-settings' },
  outbox: { to: '/settings/outbox', label: 'Outbox', action: 'manage-access' },
  audit: { to: '/settings/audit', label: 'Audit', action: 'read-audit' },
} as const satisfies Record<string, { to: string; label: string; action: Action }>;

export type SettingsPage = keyof typeof pages;

export interface SettingsFrame {
  tabs: { to: string; label: string; current: boolean }[];
}

/** The pages of the settings that this viewer may open, for the header above each of them. */
export function settingsFrame(viewer: Viewer, current: SettingsPage): SettingsFrame {
  const open = Object.entries(pages).filter(([, { action }]) => mayBeAnywhere(viewer, action));
  return { tabs: open.map(([name, { to, label }]) => ({ to, label, current: name === current })) };
}

/** Where one is, and the other pages of the settings. `title`: of a page below one of them. */
export function SettingsHeader({ frame, title }: { frame: SettingsFrame; title?: string }) {
  const page = frame.tabs.find(({ current }) => current);
  const here = title === undefined ? [] : [{ label: title }];
  const crumbs = page ? [{ label: page.label, ...(title === undefined ? {} : { to: page.to }) }, ...here] : here;
  return (
    <>
      <Breadcrumbs items={[{ label: 'Settings', to: '/settings/users' }, ...crumbs]} />
      <SectionTabs label="Settings" items={frame.tabs} />
    </>
  );
}
