/** Whose records are meant, in one organisation: a person, a user, or both in one. */
export interface DataSubject {
  organisationId: string;
  personId: string | null;
  userId: string | null;
  /** The name that they are recorded under. */
  name: string;
  /** That one, and the name of their account where it is another. */
  names: string[];
  /** Addresses by which invitations and mails reach them, in lower case. */
  emails: string[];
}
