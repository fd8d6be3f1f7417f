import type { LongField, PeopleField, WideField } from './import-words.ts';

/** What the columns of each kind of spreadsheet are called, as `headerKey` leaves it; the product's own words come first. */
export const headerWords: {
  people: Record<PeopleField, readonly string[]>;
  long: Record<LongField, readonly string[]>;
  wide: Record<WideField, readonly string[]>;
} = {
  people: {
    name: ['name', 'full name', 'first name', 'forename', 'given name', 'surname', 'last name', 'family name', 'person', 'employee', 'employee name', 'staff name', 'staff member', 'colleague', 'team member', 'who'],
    email: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'work email', 'contact'],
    team: ['team', 'team name', 'service', 'unit', 'department', 'group', 'squad', 'section', 'team path'],
    role: ['role', 'job role', 'ddat role', 'gdad role', 'framework role', 'profession', 'job family', 'role name'],
    'role-level': ['role level', 'level', 'job level', 'seniority', 'job title', 'role level name', 'position'],
    grade: ['grade', 'band', 'pay band', 'civil service grade', 'substantive grade'],
    'starts-on': ['start date', 'starts on', 'starts', 'started', 'start', 'joined', 'date joined', 'joining date', 'hire date', 'in post since', 'date started'],
    'leaves-on': ['leaving date', 'leaves on', 'leaves', 'leave date', 'end date', 'last day', 'date left', 'left', 'contract end', 'contract ends', 'finish date'],
  },
  long: {
    person: ['person', 'name', 'full name', 'employee', 'employee name', 'staff name', 'staff member', 'colleague', 'team member', 'who'],
    email: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'work email'],
    skill: ['skill', 'skill name', 'capability', 'competency', 'competence'],
    source: ['source', 'voice', 'assessed by', 'type', 'kind', 'assessment type'],
    level: ['level', 'skill level', 'rating', 'score', 'assessed level', 'current level', 'value'],
    date: ['date', 'assessed on', 'assessment date', 'date assessed', 'day', 'when'],
    note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks'],
  },
  wide: {
    person: ['person', 'name', 'full name', 'employee', 'employee name', 'staff name', 'staff member', 'colleague', 'team member', 'who'],
    email: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'work email'],
    date: ['date', 'assessed on', 'assessment date', 'date assessed', 'day', 'when'],
    source: ['source', 'voice', 'assessed by', 'assessment type'],
    note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks'],
  },
};
