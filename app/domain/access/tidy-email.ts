/** An e-mail address as it is stored and compared: without blanks around it, in lower case. */
export function tidyEmail(email: string): string {
  return email.trim().toLowerCase();
}
