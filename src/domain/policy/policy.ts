import type { IdentityGrade } from '../accounts/accountFacts';
import type { CareHours } from '../line/careHours';
import type { Rate } from '../money/toEuroCents';
import type { BillingColumn } from './billingColumns';
import type { AgentRefundReason, RefundRule } from './refundReason';

/** A pack as sold (R9): `pricelistId` is the price list of the billing system that sells it. */
export type PackOffer = { pricelistId: string; credits: number; priceCents: number; period: PackPeriod };

/** `lifetime`: granted once and kept. `month`: granted anew each month of the paid term, unused ones end with it. */
export type PackPeriod = 'lifetime' | 'month';

/** Every number and switch of the business rules; one validated file, see `policy.example.json`. */
export type Policy = {
  /** R7: what one earned credit costs in spend, in cents of EUR. */
  spendCentsPerCredit: number;
  /** R7: what counts as spend. */
  spend: {
    /** Without or with the tax that was charged. */
    basis: 'net' | 'gross';
    /** For charges in another currency than EUR. */
    rates: Rate[];
    /** Whether money that went back lowers the spend; without it payments are not read. */
    isReturnSubtracted: boolean;
    /**
     * Charges that are gone although no payment was returned take earned credits back only when they have been away for so
     * long: they may only be hidden for a while. 0: at once.
     */
    clawbackDelayHours: number;
  };
  /** R9: packs, cheapest first; the first one is the price of a single credit. */
  packs: PackOffer[];
  /** Where a client buys packs; shown to clients and agents. */
  buyUrl: string;
  /** R8: partners are served free. */
  isPartnerWaived: boolean;
  /** R4: a follow-up made less than so many days after the ticket before it was closed is the same problem. */
  followUpFreeDays: number;
  /** R12: how far a debit may take the balance below zero; 0 holds the ticket instead. */
  overdraftCredits: number;
  /** Credits that every client gets once; 0 gives none. */
  welcomeCredits: number;
  lowBalance: {
    /** A client is told when a debit leaves so many credits or fewer, once until a grant lifts them above again. */
    thresholds: number[];
  };
  /** A refund to a grant that has ended meanwhile can be used this long. */
  refundGraceDays: number;
  /** For each reason, whether and by whom a credit may be returned. */
  refundReasons: Record<AgentRefundReason, RefundRule>;
  identity: {
    /** How requesters must be known to be charged; the others are asked to be linked. `linked` is always among them. */
    chargeGrades: IdentityGrade[];
  };
  billing: {
    /** Facts read no longer ago than this are used without asking billing again. 0: only facts read at this moment. */
    freshSeconds: number;
    /**
     * When billing cannot be asked, a charge is still decided on facts read no longer ago than this, else the ticket is
     * pending (R13). Never less than `freshSeconds`.
     */
    chargeMaxAgeSeconds: number;
    /** Who was not read for so long is read again although nobody asked. */
    refreshSeconds: number;
    /** Whether billing has partner contracts; without them nobody is a partner by contract, and none are read. */
    hasPartnerContracts: boolean;
    /** Groups of clients whose members are partners, in addition to those with a partner contract. */
    partnerGroupIds: string[];
    /** Kinds of product that are credit packs; what is charged for them is no spend. */
    packKinds: string[];
    /** Id of the price list for what billing shows in its place, such as its name. */
    pricelists: Record<string, string>;
    /** What the filter of lists by account is called. */
    accountFilter: string;
    /** Names of columns where billing calls them something else than its documentation does, first choice first. */
    columns: Partial<Record<BillingColumn, string[]>>;
  };
  /** R1: when client care answers. */
  careHours: CareHours;
  /** Language of the private notes in tickets. */
  noteLanguage: 'en' | 'ru';
};

const FOR_EVERYBODY: RefundRule = {
  isAllowed: true,
  roles: ['agent', 'admin'],
  groupIds: [],
  perPersonPerDay: null,
  freePerDay: null,
};
const FOR_NOBODY: RefundRule = { ...FOR_EVERYBODY, isAllowed: false };

/** The published rules (design.md, section 2). */
export const DEFAULT_POLICY: Policy = {
  spendCentsPerCredit: 10_000,
  spend: { basis: 'net', rates: [], isReturnSubtracted: true, clawbackDelayHours: 24 },
  packs: [
    { pricelistId: '101', credits: 1, priceCents: 3_000, period: 'lifetime' },
    { pricelistId: '105', credits: 5, priceCents: 10_000, period: 'lifetime' },
    { pricelistId: '130', credits: 30, priceCents: 30_000, period: 'lifetime' },
  ],
  buyUrl: 'https://my.ispsystem.com/',
  isPartnerWaived: true,
  followUpFreeDays: 30,
  overdraftCredits: 0,
  welcomeCredits: 0,
  lowBalance: { thresholds: [1, 0] },
  refundGraceDays: 30,
  refundReasons: {
    software_defect: FOR_EVERYBODY,
    hotfix: FOR_EVERYBODY,
    fixed_in_release: FOR_EVERYBODY,
    out_of_scope: FOR_EVERYBODY,
    // Leads only: the groups of those who are no admins are for the operator to name.
    goodwill: { ...FOR_EVERYBODY, roles: ['admin'] },
    feature_request: FOR_NOBODY,
    self_solved: FOR_NOBODY,
    end_of_life: FOR_NOBODY,
    server_fault: FOR_NOBODY,
  },
  identity: { chargeGrades: ['linked', 'verified_email'] },
  billing: {
    freshSeconds: 60,
    chargeMaxAgeSeconds: 60,
    refreshSeconds: 3_600,
    hasPartnerContracts: true,
    partnerGroupIds: [],
    packKinds: ['paidsupport'],
    pricelists: {},
    accountFilter: 'account',
    columns: {},
  },
  careHours: {
    timeZone: 'Europe/Moscow',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    from: '03:00',
    to: '19:00',
  },
  noteLanguage: 'en',
};
