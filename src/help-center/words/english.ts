import language from '../../../translations/en.json?client';

/** The words of this script, those of the history as agents read them. */
export const english = {
  ...language.help_center,
  balance: language.sidebar.balance,
  history: language.more.history,
  receipt: language.more.receipt,
  proof: language.more.proof,
  pack: {
    credits_one: language.more.packs['credits_one'],
    credits_other: language.more.packs['credits_other'],
  },
  reason: language.notes.reason,
};
