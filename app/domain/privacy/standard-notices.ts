import type { NoticeKind } from './notice-kind.ts';

const purpose = `{organisation} keeps a record of the skills that people in its teams have, set against what their role level is expected to hold. It is used to:

- see where a team is short of a skill, and which skills rest on one person
- agree with each person what to work on this year
- plan training, recruitment and moves between teams

It is not used to make a decision about anybody by itself: no level is worked out by a machine, and every level stands under the name of the person who gave it.`;

const lawfulBasis = `[[Confirm with your data protection officer before you rely on this.]] The basis suggested for a public body is that the record is necessary for a task carried out in the public interest (UK GDPR Article 6(1)(e)), supported by the management of employment. Consent is not relied on, because staff are seldom free to refuse their employer.`;

const privacyNotice = `This notice says what {organisation} records about you in Capability Map, and why.

## Who is responsible

{organisation} decides what is recorded and is the controller.

[[Fill in the name, e-mail address and postal address of your data protection officer.]]

## Why

{purpose}

## The lawful basis

{lawful basis}

## What is recorded

- your name, work e-mail address, grade, start date and, once it is known, your last day
- the teams and role levels you have stood in, and when
- assessments of your skills: the level that you gave, that your manager gave, or that was agreed, who recorded it and when, which statements were ticked, a note where one was written, and, where you are exempt, why and until when
- what you or your manager typed in a round and have not put on record yet
- evidence of what you did, with its links, written by you or by whoever assesses you
- objectives: what you are to work on in a skill, up to which level and until when, written by you or by whoever assesses you, and how each ended
- which rounds of assessment you took part in, and when each step was done
- a level that you disputed, in your words, and what a moderator decided about it, with the reason
- if {organisation} uses a scoring scheme: what it suggested for you, what was confirmed, and by whom
- spreadsheets in which you were listed: their rows are deleted when they are brought in, and after a day at the latest
- if you sign in: your account, when and from which network address you used it, and your ways of signing in
- mails that this service sent you
- an audit of who changed, exported or looked at your record

Nothing is recorded about your health, your beliefs or any other special category. Please do not write such things into a note.

## Where it comes from

From you, from your manager, from others who assess or moderate skills in your organisation, and from lists that it has brought in.

## Who sees it

- you see everything recorded about your skills
- your manager and the head of your service see your record and your levels
- moderators see the levels of the roles or teams that they moderate
- administrators see your name, team and account, and not your levels
- analysts see counts of groups, and never a small group
- whoever may see levels may also download them as a picture or a table; each look and each download is recorded
- programs of {organisation} that hold a key may read the record; ask the contact above which there are

[[Fill in who hosts the service, and whether anything leaves the United Kingdom.]]

## How long it is kept

{how long}

Each is erased by itself when its time is over. What is needed for signing in, such as a session or a link to a new password, is erased within days.

## Your rights

You can ask to see your record, to have it put right, to have it erased, to have its use restricted, and you can object to its use. You can download what is recorded about you from "Your data" in your account. For anything else write to the contact above.

If you are not content with the answer, you can complain to the Information Commissioner's Office: https://ico.org.uk/make-a-complaint`;

const accessibilityStatement = `This statement is about Capability Map as {organisation} runs it. We want as many people as possible to be able to use it: you should be able to

- enlarge text to 400% without it running off the screen
- use every page with a keyboard alone
- use every page with a screen reader
- use it without telling colours apart: what a colour says is also said in words or figures

## How accessible it is

The service aims to meet the Web Content Accessibility Guidelines 2.2 at level AA. Its makers test each page with automatic checks and by keyboard.

[[Fill in who has audited your installation, when, and what they found. Until then, say that it has not been audited.]]

## What is known not to work well

- A heatmap of a large team is wide. On a small screen people stand as cards below each other, or it scrolls inside its frame; the same figures stand under it as a table.
- A heatmap of more than 1,500 cells gives a screen reader the rows in view, and more as one moves on by keyboard. Under it the same figures stand as a table, a page at a time, and the whole of it can be downloaded as a spreadsheet.
- Wide tables scroll inside a frame of their own at 400% zoom.
- The reading order of a printed heatmap depends on the browser; the table under it does not.

## Tell us

[[Fill in an e-mail address and telephone number for accessibility problems, and how soon you answer.]]

If you are not content with the answer, contact the Equality Advisory and Support Service: https://www.equalityadvisoryservice.com

The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.

## About this statement

[[Fill in the date on which this statement was prepared and last looked through.]]`;

/** What holds until an organisation writes a text of its own. What only it can know is marked as a place to fill in. */
export const standardNotices: Record<NoticeKind, string> = {
  purpose,
  'lawful-basis': lawfulBasis,
  'privacy-notice': privacyNotice,
  'accessibility-statement': accessibilityStatement,
};
