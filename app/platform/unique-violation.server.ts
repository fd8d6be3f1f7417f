/** Whether an error is the database's refusal of a duplicate under this constraint, however deep it is wrapped. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === '23505' && 'constraint' in cause && cause.constraint === constraint) {
      return true;
    }
  }
  return false;
}
