import type { Pool } from 'pg';
import type { DecisionInput, Ledger } from '../../use-cases/ports';
import { inTransaction } from './inTransaction';
import { appendEntries } from './ledger/appendEntries';
import { findChargedAccount } from './ledger/findChargedAccount';
import { isCommandAnswered } from './ledger/isCommandAnswered';
import { lockAccount } from './ledger/lockAccount';
import { readEntries } from './ledger/readEntries';
import { readLedgerView } from './ledger/readLedgerView';
import { readStoredTicket } from './ledger/readStoredTicket';
import { readTotals } from './ledger/readTotals';
import { readWaitingTickets } from './ledger/readWaitingTickets';
import { storeTicketState } from './ledger/storeTicketState';
import { queueTicketJob } from './worker/queueJobs';

/** The ledger on Postgres. Every statement it runs stands in a file of its own under `ledger/`. */
export function buildLedger(pool: Pool): Ledger {
  return {
    decideTicket: (input, decide) => decideTicket(pool, input, decide),
    readStoredTicket: (ticketId) => readStoredTicket(pool, ticketId),
    readTotals: (billingAccountId) => readTotals(pool, billingAccountId),
    readEntries: (billingAccountId, limit) => readEntries(pool, billingAccountId, limit),
    readWaitingTickets: (limit) => readWaitingTickets(pool, limit),
  };
}

async function decideTicket(
  pool: Pool,
  input: DecisionInput,
  decide: Parameters<Ledger['decideTicket']>[1],
): ReturnType<Ledger['decideTicket']> {
  return inTransaction(pool, async (client) => {
    const owner = (await findChargedAccount(client, input.problemId)) ?? requesterAccountOf(input);
    const account = owner === undefined ? undefined : await lockAccount(client, owner);
    const view = await readLedgerView(client, account, input.problemId);
    const isAnswered = input.command !== undefined && (await isCommandAnswered(client, input.command.id));
    const decision = decide(view, isAnswered);
    const appended = account && (await appendEntries(client, account, decision.entries, input.occurredAt));
    if (appended === undefined && decision.entries.length > 0) {
      throw new Error('Defect: entries were decided for a requester without a credit account.');
    }
    await storeTicketState(client, input, decision, appended?.balanceCredits);
    await queueTicketJob(client, 'bring_ticket_in_line', input.ticketId);
    if (appended !== undefined) await queueTicketJob(client, 'bring_requester_in_line', input.ticketId);
    return { decision, entryKeys: appended?.writtenKeys ?? [] };
  });
}

function requesterAccountOf({ identity }: DecisionInput): string | undefined {
  return identity.kind === 'client' ? identity.billingAccountId : undefined;
}
