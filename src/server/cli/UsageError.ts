/** The command line says something that cannot be meant; the message is one sentence for the operator. */
export class UsageError extends Error {}
