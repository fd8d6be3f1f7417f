import { index, layout, type RouteConfig, route } from '@remix-run/route-config';

/** Every URL of the product, on one page. */
export default [
  // For those who are not signed in.
  layout('routes/plain-layout.tsx', [
    route('sign-in', 'routes/account/sign-in.tsx'),
    route('first-run', 'routes/account/first-run.tsx'),
    // Passwords and invitations.
    route('forgotten-password', 'routes/account/forgotten-password.tsx'),
    route('reset-password', 'routes/account/reset-password.tsx'),
    route('invitation', 'routes/account/invitation.tsx'),
    // Second factors and passkeys.
    route('sign-in/second-factor', 'routes/account/sign-in-second-factor.tsx'),
    // Single sign-on.
    route('sign-in/organisation', 'routes/account/sign-in-organisation.tsx'),
    route('sign-in/organisation/:slug', 'routes/account/sign-in-organisation-start.tsx'),
    route('sign-in/organisation/:slug/continue', 'routes/account/sign-in-organisation-continue.tsx'),
    route('sign-in/callback/:slug', 'routes/account/sign-in-callback.tsx'),
    // Notices.
    route('notices/:slug/privacy-notice', 'routes/notices/privacy-notice.tsx'),
    route('notices/:slug/accessibility-statement', 'routes/notices/accessibility-statement.tsx'),
  ]),

  // For those who are: inside the bar.
  layout('routes/layout.tsx', [
    index('routes/home/home.tsx'),
    route('search', 'routes/home/search.tsx'),

    route('teams', 'routes/teams/index.tsx'),
    route('teams/new', 'routes/teams/new.tsx'),
    route('teams/:teamId', 'routes/teams/team.tsx'),
    route('teams/:teamId/edit', 'routes/teams/edit.tsx'),
    route('teams/:teamId/heatmap', 'routes/teams/heatmap/heatmap.tsx'),
    route('teams/:teamId/flags', 'routes/teams/flags.tsx'),
    route('teams/:teamId/coverage', 'routes/teams/coverage.tsx'),
    route('teams/:teamId/people', 'routes/teams/people.tsx'),
    route('teams/:teamId/report', 'routes/teams/report.tsx'),

    // Teams: the grid.
    route('teams/:teamId/assess', 'routes/teams/grid/assess.tsx'),

    // Cycles.
    route('cycles', 'routes/cycles/index.tsx'),
    route('cycles/new', 'routes/cycles/new.tsx'),
    route('cycles/:cycleId', 'routes/cycles/cycle.tsx'),
    route('cycles/:cycleId/edit', 'routes/cycles/edit.tsx'),
    route('cycles/:cycleId/open', 'routes/cycles/open.tsx'),
    route('cycles/:cycleId/exempt', 'routes/cycles/exempt.tsx'),
    route('cycles/:cycleId/close', 'routes/cycles/close.tsx'),
    route('cycles/:cycleId/delete', 'routes/cycles/delete.tsx'),

    // Cycles: moderation.
    route('cycles/:cycleId/moderation', 'routes/cycles/moderation/board.tsx'),
    route('people/:personId/moderation/:skillId', 'routes/cycles/moderation/case.tsx'),

    // Imports.
    route('imports', 'routes/imports/imports.tsx'),
    route('imports/:importId', 'routes/imports/import.tsx'),

    // Scoring.
    route('scoring', 'routes/scoring/schemes.tsx'),
    route('scoring/new', 'routes/scoring/new.tsx'),
    route('scoring/:schemeId', 'routes/scoring/scheme.tsx'),
    route('scoring/:schemeId/:cycleId', 'routes/scoring/scores.tsx'),

    route('framework', 'routes/framework/catalogue.tsx'),
    route('framework/import', 'routes/framework/import.tsx'),
    // Releases.
    route('framework/releases', 'routes/framework/release/releases.tsx'),
    route('framework/releases/:releaseId', 'routes/framework/release/release.tsx'),
    // Job descriptions.
    route('framework/job-descriptions', 'routes/framework/job/job-descriptions.tsx'),
    route('framework/job-descriptions/new', 'routes/framework/job/new.tsx'),
    route('framework/job-descriptions/:jobDescriptionId', 'routes/framework/job/job-description.tsx'),
    // Reading it.
    route('framework/search', 'routes/framework/search.tsx'),
    route('framework/compare', 'routes/framework/career/compare.tsx'),
    route('framework/career', 'routes/framework/career/career.tsx'),
    route('framework/shared-skills', 'routes/framework/shared-skills.tsx'),
    // Framework: the template of an own one.
    route('framework/template', 'routes/framework/template/template.tsx'),
    // Own additions.
    route('framework/own', 'routes/framework/own/own.tsx'),
    route('framework/own/add', 'routes/framework/own/add.tsx'),
    route('framework/own/role', 'routes/framework/own/role.tsx'),
    route('framework/own/role-level', 'routes/framework/own/role-level.tsx'),
    route('framework/own/skill', 'routes/framework/own/skill.tsx'),
    route('framework/own/statements', 'routes/framework/own/statements.tsx'),
    route('framework/own/grades', 'routes/framework/own/grades.tsx'),
    route('framework/own/expectations', 'routes/framework/own/expectations.tsx'),
    route('framework/own/remove', 'routes/framework/own/remove.tsx'),
    route('framework/own/publish', 'routes/framework/own/publish.tsx'),
    // Versions.
    route('framework/versions', 'routes/framework/version/versions.tsx'),
    route('framework/versions/:versionId', 'routes/framework/version/version.tsx'),
    route('framework/versions/:versionId/roles/:roleKey', 'routes/framework/version/version-role.tsx'),
    route('framework/versions/:versionId/skills/:skillKey', 'routes/framework/version/version-skill.tsx'),
    route('framework/roles/:roleKey', 'routes/framework/role.tsx'),
    route('framework/skills/:skillKey', 'routes/framework/skill.tsx'),

    route('people/new', 'routes/people/new.tsx'),
    route('people/:personId', 'routes/people/profile.tsx'),
    route('people/:personId/edit', 'routes/people/edit.tsx'),
    route('people/:personId/move', 'routes/people/move.tsx'),
    route('people/:personId/assess', 'routes/people/assess/assess.tsx'),
    route('people/:personId/history', 'routes/people/history/history.tsx'),
    route('people/:personId/review', 'routes/people/review/review.tsx'),
    // A person: agreeing and disputing.
    route('people/:personId/agree', 'routes/people/assess/agree.tsx'),

    // A person: evidence.
    route('people/:personId/evidence', 'routes/people/evidence/evidence.tsx'),
    route('people/:personId/evidence/write', 'routes/people/evidence/write.tsx'),
    // A person: objectives, listed in the review.
    route('people/:personId/objectives/write', 'routes/people/objectives/write.tsx'),

    // A person's data: export and erasure.
    route('people/:personId/data', 'routes/people/data.tsx'),
    route('people/:personId/erase', 'routes/people/erase.tsx'),

    // One's own account.
    route('account/data', 'routes/account/data.tsx'),
    route('account/second-factor', 'routes/account/second-factor.tsx'),
    route('account/second-factor/authenticator', 'routes/account/second-factor-authenticator.tsx'),
    route('account/second-factor/passkey', 'routes/account/second-factor-passkey.tsx'),
    route('account/second-factor/recovery-codes', 'routes/account/second-factor-recovery-codes.tsx'),
    route('account/second-factor/remove', 'routes/account/second-factor-remove.tsx'),
    route('account', 'routes/account/account.tsx'),
    route('account/password', 'routes/account/password.tsx'),
    route('account/single-sign-on', 'routes/account/single-sign-on.tsx'),
    route('account/sessions', 'routes/account/sessions.tsx'),
    route('account/organisation', 'routes/account/switch-organisation.tsx'),
    // Settings: users, invitations and grants.
    route('settings/users', 'routes/settings/users.tsx'),
    route('settings/users/:userId', 'routes/settings/user.tsx'),
    route('settings/users/:userId/remove', 'routes/settings/user-remove.tsx'),
    route('settings/invitations/new', 'routes/settings/invite.tsx'),
    route('settings/invitations', 'routes/settings/invitations.tsx'),
    // Settings: organisation, notices, retention.
    route('settings/organisation', 'routes/settings/organisation.tsx'),
    route('settings/notices', 'routes/settings/notices.tsx'),
    route('settings/notices/:noticeKind', 'routes/settings/notice.tsx'),
    route('settings/retention', 'routes/settings/retention.tsx'),
    // Settings: single sign-on.
    route('settings/single-sign-on', 'routes/settings/single-sign-on.tsx'),
    // Settings: keys.
    route('settings/keys', 'routes/settings/keys.tsx'),
    // Settings: outbox.
    route('settings/outbox', 'routes/settings/outbox.tsx'),
    // Settings: audit.
    route('settings/audit', 'routes/settings/audit.tsx'),
  ]),

  // Without a frame: answers that are no pages.
  route('sign-out', 'routes/account/sign-out.tsx'),
  route('sign-in/passkey-options', 'routes/account/sign-in-passkey-options.ts'),
  route('account/second-factor/passkey-options', 'routes/account/second-factor-passkey-options.ts'),
  // Teams: the figures of a heatmap, and what stands open beside it.
  route('teams/:teamId/heatmap/cells', 'routes/teams/heatmap/cells.ts'),
  route('teams/:teamId/heatmap/panel', 'routes/teams/heatmap/panel.ts'),
  // Teams: single cells of the grid.
  route('teams/:teamId/assess/cells', 'routes/teams/grid/cells.ts'),
  // Downloads.
  route('teams/:teamId/heatmap/file/:format', 'routes/teams/heatmap/file.ts'),
  route('imports/template/:format', 'routes/imports/template-file.ts'),
  route('imports/:importId/problems/:format', 'routes/imports/problems-file.ts'),
  route('framework/template/:format', 'routes/framework/template/template-file.ts'),
  route('framework/versions/:versionId/roles.csv', 'routes/framework/version/roles-csv.ts'),
  route('framework/versions/:versionId/skills.csv', 'routes/framework/version/skills-csv.ts'),
  route('framework/versions/:versionId/framework.xlsx', 'routes/framework/version/framework-xlsx.ts'),
  route('framework/versions/:versionId/framework.ods', 'routes/framework/version/framework-ods.ts'),
  route('framework/job-descriptions/:jobDescriptionId/document.docx', 'routes/framework/job/document-docx.ts'),
  route('framework/job-descriptions/:jobDescriptionId/document.html', 'routes/framework/job/document-html.tsx'),
  route('account/data.json', 'routes/account/data-file.ts'),
  route('people/:personId/data.json', 'routes/people/data-file.ts'),
  route('settings/audit.csv', 'routes/settings/audit-csv.ts'),

  // The API: for other programs, by key.
  route('api/v1/openapi.json', 'routes/api/v1/openapi.ts'),
  route('api/v1/framework', 'routes/api/v1/framework.ts'),
  route('api/v1/teams', 'routes/api/v1/teams.ts'),
  route('api/v1/teams/:teamId/matrix', 'routes/api/v1/team-matrix.ts'),
  route('api/v1/teams/:teamId/counts', 'routes/api/v1/team-counts.ts'),
  route('api/v1/teams/:teamId/flags', 'routes/api/v1/team-flags.ts'),
  route('api/v1/people', 'routes/api/v1/people.ts'),
  route('api/v1/people/:personId', 'routes/api/v1/person.ts'),
  route('api/v1/people/:personId/assessments', 'routes/api/v1/person-assessments.ts'),
  route('api/*', 'routes/api/v1/not-found.ts'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
