import type { DeskStep } from '../../domain/setup/steps';

/** A choice of a field: its name for people and the value that is its tag. */
export type Option = { name: string; value: string };

/** A condition of a rule; fields of the app are named `custom_fields_<reference>`. */
export type RuleCondition = { field: string; operator: string; value: unknown };

/** What a rule does. A call of a webhook is `notification_webhook` with the webhook and the body. */
export type RuleAction = { field: string; value: unknown };

/** Trigger, macro or view. Macros have no conditions, views no actions. */
export type Rule = {
  title: string;
  isActive: boolean;
  conditions: { all: RuleCondition[]; any: RuleCondition[] };
  actions: RuleAction[];
};

/** A rule as the app asks for it: its references are identifiers of the app. */
export type WantedRule = Rule & { identifier: string };

/** What the app asks for in the helpdesk. */
export type WantedSetup = {
  ticketFields: {
    identifier: string;
    title: string;
    options: Option[];
    /** Of a field for text: what its values have to match. Undefined: the field offers options. */
    pattern: string | undefined;
  }[];
  userFields: { key: string; title: string; type: string }[];
  webhook: { name: string };
  /** In the order in which they have to run. */
  triggers: WantedRule[];
  macros: WantedRule[];
  views: WantedRule[];
};

/** Who the bridge is in the helpdesk. */
export type SeenUser = { id: string; name: string; role: string; lastSignInAt: string | undefined };

/** What an installation of an app made. `kind` is that of the app's list: `triggers`, `ticket_fields` and so on. */
export type MadeObject = { kind: string; identifier: string; id: string };

/** An app installed there. */
export type SeenInstallation = {
  id: string;
  title: string;
  isEnabled: boolean;
  /** The setting with the address of the bridge. */
  bridgeUrl: string | undefined;
  made: MadeObject[];
};

/** A ticket field; `pattern`: of a field for text, what its values have to match. */
export type SeenField = {
  id: string;
  title: string;
  isActive: boolean;
  options: Option[];
  pattern: string | undefined;
};

/** A user field. */
export type SeenUserField = { key: string; title: string; type: string; isActive: boolean };

/** A form of the help center with the fields on it, in order. */
export type SeenForm = {
  id: string;
  name: string;
  isActive: boolean;
  isDefault: boolean;
  isForClients: boolean;
  fieldIds: string[];
};

/** A webhook; `isForRules`: triggers can call it. */
export type SeenWebhook = {
  id: string;
  name: string;
  endpoint: string;
  isActive: boolean;
  isPostedJson: boolean;
  isForRules: boolean;
};

/** What became of calls of a webhook. */
export type Delivery = 'delivered' | 'refused' | 'failed' | 'unknown';

/** A trigger, macro or view as it stands there: its references are ids. */
export type SeenRule = Rule & { id: string; position: number };

/** How often a trigger fired within the last hour, day, week and 30 days. */
export type TriggerUses = { hour: number; day: number; week: number; month: number };

/** A trigger as it stands there. `uses` undefined: the helpdesk does not say. */
export type SeenTrigger = SeenRule & { uses?: TriggerUses | undefined };

/** One thing that can be mended without undoing what an admin chose. */
export type Repair =
  | { kind: 'add_options'; fieldId: string; options: Option[] }
  | { kind: 'set_form_fields'; formId: string; fieldIds: string[] }
  | { kind: 'rewrite_trigger'; triggerId: string; rule: Omit<Rule, 'isActive'> }
  | { kind: 'create_trigger'; rule: Rule };

/**
 * Looks at the helpdesk as it is set up, for a person who sets it up, and mends what it is told to. All methods fail with
 * `AdapterError`: `zendesk_unauthorized` where the user or a scope may not.
 */
export interface DeskInspection {
  /** Where in the helpdesk's admin center an admin sees to each step: a path on the account's own address. */
  readonly places: Readonly<Record<DeskStep, string>>;
  readUser(): Promise<SeenUser>;
  /** Undefined: the helpdesk does not say. */
  readScopes(): Promise<string[] | undefined>;
  readInstallations(): Promise<SeenInstallation[]>;
  readTicketFields(): Promise<SeenField[]>;
  readUserFields(): Promise<SeenUserField[]>;
  /** Undefined: this plan has one form, with every field on it. */
  readForms(): Promise<SeenForm[] | undefined>;
  readWebhooks(): Promise<SeenWebhook[]>;
  /** The newest calls first, a few of them. */
  readDeliveries(webhookId: string): Promise<Delivery[]>;
  readTriggers(): Promise<SeenTrigger[]>;
  readMacros(): Promise<SeenRule[]>;
  readViews(): Promise<SeenRule[]>;
  mend(repair: Repair): Promise<void>;
}
