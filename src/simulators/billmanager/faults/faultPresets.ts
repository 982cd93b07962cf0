import type { Faults } from './parseFaults';

/** The ways to misbehave that a person picks from on the page, by their names in `/_control/act`. */
export const FAULT_PRESETS: Readonly<Record<string, { label: string; faults: Faults }>> = {
  slow: { label: 'answer 3 seconds late', faults: { delayMs: 3_000 } },
  silent: { label: 'never answer', faults: { hang: true } },
  flaky: { label: 'fail every second call with 503', faults: { status: 503, rate: 0.5 } },
  busy: { label: 'say «Request in process»', faults: { requestInProcess: true } },
  login_page: { label: 'show a login page', faults: { html: true } },
  half: { label: 'give half an answer', faults: { truncate: true } },
  wrong_level: { label: 'leave rows out', faults: { wrongLevel: true } },
};
