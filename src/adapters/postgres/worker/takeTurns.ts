/**
 * Lets callers pass one at a time, in the order of their coming. `wait` resolves when it is the caller's turn; `pass` ends
 * the current turn.
 */
export function takeTurns(): { wait(): Promise<void>; pass(): void } {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  return {
    wait: () =>
      new Promise((resolve) => {
        if (isTaken) waiting.push(resolve);
        else {
          isTaken = true;
          resolve();
        }
      }),
    pass() {
      const next = waiting.shift();
      if (next === undefined) isTaken = false;
      else next();
    },
  };
}
