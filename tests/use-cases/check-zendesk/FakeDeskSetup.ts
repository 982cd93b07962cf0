import { ADMIN_PLACES } from '../../../src/adapters/zendesk/check/adminPlaces';
import { readWantedSetup } from '../../../src/adapters/zendesk/check/wantedSetup';
import type {
  Delivery,
  DeskInspection,
  Repair,
  RuleAction,
  RuleCondition,
  SeenField,
  SeenForm,
  SeenInstallation,
  SeenRule,
  SeenUser,
  SeenUserField,
  SeenWebhook,
  WantedRule,
} from '../../../src/use-cases/ports/deskInspection';

export const BRIDGE_URL = 'https://credits.example.test';
export const WANTED = readWantedSetup('https://shop.example.test/');

/** A helpdesk in which the app was installed as it should be; tests change what they want to see told. */
export class FakeDeskSetup implements DeskInspection {
  readonly places = ADMIN_PLACES;
  user: SeenUser = { id: '1', name: 'Bridge', role: 'admin', lastSignInAt: undefined };
  scopes: string[] | undefined = ['read', 'write'];
  installations: SeenInstallation[] = [];
  fields: SeenField[] = [];
  userFields: SeenUserField[] = WANTED.userFields.map((field) => ({ ...field, isActive: true }));
  forms: SeenForm[] | undefined = undefined;
  webhooks: SeenWebhook[] = [];
  deliveries: Delivery[] = ['delivered'];
  triggers: SeenRule[] = [];
  macros: SeenRule[] = [];
  views: SeenRule[] = [];
  mended: Repair[] = [];
  private lastId = 100;

  constructor() {
    this.install();
  }

  /** What an installation makes. A second one makes everything again. */
  install(): SeenInstallation {
    const made: SeenInstallation['made'] = [];
    const make = (kind: string, identifier: string) => {
      const id = String((this.lastId += 1));
      made.push({ kind, identifier, id });
      return id;
    };
    const idOf = (kind: string, identifier: string) =>
      made.find((one) => one.kind === kind && one.identifier === identifier)?.id ?? identifier;
    for (const { identifier, title, options, pattern } of WANTED.ticketFields) {
      this.fields.push({
        id: make('ticket_fields', identifier),
        title,
        isActive: true,
        options: [...options],
        pattern,
      });
    }
    this.webhooks.push({
      id: make('webhooks', 'support_credits_webhook'),
      name: WANTED.webhook.name,
      endpoint: `${BRIDGE_URL}/webhooks/zendesk`,
      isActive: true,
      isPostedJson: true,
      isForRules: true,
    });
    const toTexts = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(toTexts)
        : typeof value === 'string'
          ? value.replace(
              /(ticket_field_)(\w+)/g,
              (_all, name: string, it: string) => name + idOf('ticket_fields', it),
            )
          : value;
    const toRule = (kind: string, wanted: WantedRule): SeenRule => {
      const id = make(kind, wanted.identifier);
      const toField = <Part extends RuleCondition | RuleAction>(part: Part): Part => {
        const identifier = part.field.replace('custom_fields_', '');
        const field =
          part.field === identifier ? part.field : `custom_fields_${idOf('ticket_fields', identifier)}`;
        const value =
          part.field === 'notification_webhook' && Array.isArray(part.value)
            ? [idOf('webhooks', String(part.value[0])), ...(part.value as unknown[]).slice(1)]
            : toTexts(part.value);
        return { ...part, field, value };
      };
      const { all, any } = wanted.conditions;
      return {
        id,
        title: wanted.title,
        isActive: wanted.isActive,
        position: Number(id),
        conditions: { all: all.map(toField), any: any.map(toField) },
        actions: wanted.actions.map(toField),
      };
    };
    this.triggers.push(...WANTED.triggers.map((wanted) => toRule('triggers', wanted)));
    this.macros.push(...WANTED.macros.map((wanted) => toRule('macros', wanted)));
    this.views.push(...WANTED.views.map((wanted) => toRule('views', wanted)));
    const id = String((this.lastId += 1));
    const installation = { id, title: 'Support Credits', isEnabled: true, bridgeUrl: BRIDGE_URL, made };
    this.installations.push(installation);
    return installation;
  }

  readUser = async () => this.user;
  readScopes = async () => this.scopes;
  readInstallations = async () => this.installations;
  readTicketFields = async () => this.fields;
  readUserFields = async () => this.userFields;
  readForms = async () => this.forms;
  readWebhooks = async () => this.webhooks;
  readDeliveries = async () => this.deliveries;
  readTriggers = async () => this.triggers;
  readMacros = async () => this.macros;
  readViews = async () => this.views;
  mend = async (repair: Repair) => void this.mended.push(repair);

  /** The trigger whose title has this number. */
  trigger(number: number): SeenRule {
    const found = this.triggers.find(({ title }) => title.startsWith(`Support credits · ${number} ·`));
    if (found === undefined) throw new Error(`There is no trigger ${number}.`);
    return found;
  }

  /** The field that the app calls so. */
  field(identifier: string): SeenField {
    const id = this.installations[0]?.made.find((one) => one.identifier === identifier)?.id;
    const found = this.fields.find((field) => field.id === id);
    if (found === undefined) throw new Error(`There is no field ${identifier}.`);
    return found;
  }
}
