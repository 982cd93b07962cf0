/** Lets work about one subject run one after the other, and work about different ones at the same time. */
export function buildTurns(): <Value>(subject: string, work: () => Promise<Value>) => Promise<Value> {
  const lastOf = new Map<string, Promise<unknown>>();
  return (subject, work) => {
    const turn = (lastOf.get(subject) ?? Promise.resolve()).then(work);
    lastOf.set(
      subject,
      turn.catch(() => undefined),
    );
    return turn;
  };
}
