/** Something that keeps the database from starting and that the person who started it can put right: the message is one plain sentence that says what to do. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
