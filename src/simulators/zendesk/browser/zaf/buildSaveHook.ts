export const SAVE_HOOK = 'ticket.save';

/** The question to an app whether the ticket may be saved; `ask` is undefined when it may, else the reason why not. */
export type SaveHook = { ask(): Promise<string | undefined>; answer(veto: string | undefined): void };

const TIMEOUT_MS = 30_000;

/** Asks by the framework's hook (zendesk.md 1.3). An app that stays silent for 30 s does not let the ticket be saved. */
export function buildSaveHook(post: (message: object) => void): SaveHook {
  let settle: ((veto: string | undefined) => void) | undefined;
  return {
    ask: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          resolve('The app did not answer before the save.');
        }, TIMEOUT_MS);
        settle = (veto) => {
          clearTimeout(timer);
          resolve(veto);
        };
        post({ key: `zaf.${SAVE_HOOK}`, needsReply: true });
      }),
    answer: (veto) => settle?.(veto),
  };
}
