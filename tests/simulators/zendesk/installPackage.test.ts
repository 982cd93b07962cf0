import { installPackage } from '../../../src/simulators/zendesk/package/installPackage';
import { buildWorld } from '../../../src/simulators/zendesk/world/World';
import type { World } from '../../../src/simulators/zendesk/world/World';

const MANIFEST = { name: 'Sample', parameters: [{ name: 'secret', required: true, secure: true }] };
const FIELD = {
  type: 'tagger',
  title: 'State',
  custom_field_options: [
    { name: 'A', value: 'a' },
    { name: 'B', value: 'b' },
  ],
};
const TWICE = [
  { name: 'A', value: 'a' },
  { name: 'B', value: 'a' },
];
const WEBHOOK = {
  name: 'Hook',
  status: 'active',
  endpoint: 'https://bridge.test/hook',
  http_method: 'POST',
  request_format: 'json',
  subscriptions: ['conditional_ticket_events'],
  signing_secret: { algorithm: 'SHA256', secret: 's' },
};
const TRIGGER = {
  title: 'Tell',
  conditions: { all: [{ field: 'custom_fields_state', operator: 'changed' }], any: [] },
  actions: [
    { field: 'custom_fields_state', value: 'b' },
    { field: 'notification_webhook', value: ['hook', '{}'] },
  ],
};
const REQUIREMENTS = {
  triggers: { tell: TRIGGER },
  macros: { refund: { title: 'Refund', actions: [{ field: 'custom_fields_state', value: 'b' }] } },
  views: {
    waiting: {
      title: 'Waiting',
      all: [
        { field: 'status', operator: 'less_than', value: 'solved' },
        { field: 'custom_fields_state', operator: 'is', value: 'a' },
      ],
    },
  },
  webhooks: { hook: WEBHOOK },
  ticket_fields: { state: FIELD },
};
const install = (world: World, requirements: unknown = REQUIREMENTS) =>
  installPackage(world, { manifest: MANIFEST, requirements, settings: { secret: 'x' } });
const idsOf = (world: World) =>
  world.installation()?.requirements.map(({ identifier, requirement_id }) => [identifier, requirement_id]);

describe('installPackage', () => {
  it('puts real ids where a trigger, a macro or a view names a webhook or a field by identifier', () => {
    const world = buildWorld();
    install(world);
    const [field] = world.ticketFields.all();
    const [webhook] = world.webhooks.all();
    const [trigger] = world.triggers.all();
    const resolved = `custom_fields_${String(field?.id)}`;
    expect(trigger?.conditions.all[0]?.field).toBe(resolved);
    expect(trigger?.actions).toEqual([
      { field: resolved, value: 'b' },
      { field: 'notification_webhook', value: [webhook?.id, '{}'] },
    ]);
    expect(world.macros.all()[0]?.actions).toEqual([{ field: resolved, value: 'b' }]);
    expect(world.views.all()[0]?.conditions.all[1]?.field).toBe(resolved);
    expect(webhook).toMatchObject({ created_by: '-1', external_source: { name: 'Sample' } });
  });

  it('puts real ids into texts, and leaves those that lead nowhere', () => {
    const world = buildWorld();
    const mail =
      '{{ticket.ticket_field_state}} {{ticket.ticket_field_option_title_state}} {{ticket.ticket_field_other}}';
    const actions = [{ field: 'notification_user', value: ['requester_id', 'S', mail] }];
    install(world, { ticket_fields: { state: FIELD }, triggers: { mail: { ...TRIGGER, actions } } });
    const id = String(world.ticketFields.all()[0]?.id);
    const body = `{{ticket.ticket_field_${id}}} {{ticket.ticket_field_option_title_${id}}} {{ticket.ticket_field_other}}`;
    expect(world.triggers.all()[0]?.actions).toEqual([
      { field: 'notification_user', value: ['requester_id', 'S', body] },
    ]);
  });

  it('keeps ids at an update, overrides what an admin changed, and drops what is no longer asked for', () => {
    const world = buildWorld();
    install(world);
    const before = idsOf(world);
    const trigger = world.triggers.all()[0]!;
    world.triggers.put({ ...trigger, active: false });
    install(world);
    expect(idsOf(world)).toEqual(before);
    expect(world.triggers.get(trigger.id)?.active).toBe(true);
    install(world, { ticket_fields: { state: FIELD } });
    expect(world.triggers.all()).toEqual([]);
    expect(world.webhooks.all()).toEqual([]);
    expect(world.macros.all()).toEqual([]);
    expect(world.views.all()).toEqual([]);
    expect(world.ticketFields.all()).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['a required setting is missing', undefined],
    ['The simulator does not play requirements of type targets', { targets: {} }],
    ['ticket_fields.state: title cannot be blank', { ticket_fields: { state: { type: 'text' } } }],
    ['is not a URL', { webhooks: { hook: { ...WEBHOOK, endpoint: '__BRIDGE_URL__/x' } } }],
    ['http_method is one of', { webhooks: { hook: { ...WEBHOOK, http_method: 'FETCH' } } }],
    ['needs one of status', { views: { all: { title: 'All', all: [] } } }],
    [
      'no condition comment_is_public',
      { views: { all: { title: 'x', all: [{ field: 'comment_is_public' }] } } },
    ],
    ['There is no action fly', { macros: { fly: { title: 'Fly', actions: [{ field: 'fly', value: 1 }] } } }],
    ['regexp_for_validation cannot be blank', { ticket_fields: { left: { type: 'regexp', title: 'Left' } } }],
    [
      'is not a regular expression',
      { ticket_fields: { left: { type: 'regexp', title: 'Left', regexp_for_validation: '(' } } },
    ],
    ['is there twice', { ticket_fields: { state: { ...FIELD, custom_field_options: TWICE } } }],
    ['There is no webhook hook', { triggers: { tell: { ...TRIGGER, conditions: {} } } }],
  ])('refuses with a sentence: %s', (sentence, requirements) => {
    const world = buildWorld();
    if (requirements === undefined) {
      const broken = () => installPackage(world, { manifest: MANIFEST, requirements: {}, settings: {} });
      expect(broken).toThrow('its setting secret is missing');
    } else {
      expect(() => install(world, requirements)).toThrow(sentence);
    }
  });
});
