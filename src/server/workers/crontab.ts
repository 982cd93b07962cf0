/**
 * Held and pending tickets are looked at every minute, so that what was bought settles within it (R9, R12, R13), and changed
 * tickets are swept: one sweep at a time over all replicas (its queue), and one that failed is replaced by the next (its
 * key). Billing is read again for who was not read for long every five minutes; ended grants are booked every hour.
 * What reports count is added up every minute, so that it stays short. The ledger is proved at night, where client care works
 * (R1: 02:17 in Moscow), or up to half a day later when no bridge ran then; one proof at a time.
 */
export const CRONTAB = [
  '* * * * * settle_waiting_tickets',
  '* * * * * sweep_tickets ?queue=sweep_tickets&jobKey=sweep_tickets',
  '*/5 * * * * refresh_facts',
  '7 * * * * expire_grants',
  '* * * * * add_up_counts ?queue=add_up_counts&jobKey=add_up_counts',
  '17 23 * * * verify_ledger ?fill=12h&queue=verify_ledger&jobKey=verify_ledger',
].join('\n');
