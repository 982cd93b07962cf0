import type { BadRow } from './ledgerProof';

/** How far a proof of the whole ledger has come; `afterId` is the last credit account that was proved. */
export type VerificationProgress = {
  /** ISO 8601. */
  beganAt: string;
  afterId: string;
  accountCount: number;
  entryCount: number;
};

/** How a proof ended. */
export type VerificationVerdict = {
  beganAt: string;
  endedAt: string;
  accountCount: number;
  entryCount: number;
  bad: BadRow | undefined;
};

/** What the proofs of all replicas have in common. Every method fails with `AdapterError`. */
export interface VerificationMemory {
  /** Undefined: none is under way. */
  readProgress(): Promise<VerificationProgress | undefined>;
  keepProgress(progress: VerificationProgress): Promise<void>;
  /** The proof that was under way has ended so; the next one begins anew. */
  keepVerdict(verdict: VerificationVerdict): Promise<void>;
}
