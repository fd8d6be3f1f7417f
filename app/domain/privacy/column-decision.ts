import { leaveOut } from './leave-out.ts';

/** What is decided of many columns alike. */
export const theOrganisation = leaveOut('the organisation that answers: it is named at the head of the export');
export const themselves = leaveOut('the person themselves: each row in the export is theirs');
export const ourName = leaveOut('names the row to the database and says nothing about anybody');
export const secret = leaveOut('a secret, or the hash of one: with it somebody could come in');
export const counter = leaveOut('counts edits, so that an older one is refused');
