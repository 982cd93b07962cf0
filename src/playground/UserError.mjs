/** A failure that its one sentence explains: printed without a stack. */
export class UserError extends Error {
  /** @param {string} message What is wrong and what to do about it. */
  constructor(message) {
    super(message);
    this.name = 'UserError';
  }
}
