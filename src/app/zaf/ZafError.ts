/** Zendesk's page did not answer, or answered that it cannot. `asked` names the call, never its contents. */
export class ZafError extends Error {
  readonly asked: string;

  constructor(asked: string, cause?: unknown) {
    super(`The page of Zendesk did not answer: ${asked}`, { cause });
    this.name = 'ZafError';
    this.asked = asked;
  }
}
