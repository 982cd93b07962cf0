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
  webhooks: { hook: WEBHOOK },
  ticket_fields: { state: FIELD },
};
const install = (world: World, requirements: unknown = REQUIREMENTS) =>
  installPackage(world, { manifest: MANIFEST, requirements, settings: { secret: 'x' } });
const idsOf = (world: World) =>
  world.installation()?.requirements.map(({ identifier, requirement_id }) => [identifier, requirement_id]);

describe('installPackage', () => {
  it('puts real ids where a trigger names a webhook or a field by identifier', () => {
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
    expect(webhook).toMatchObject({ created_by: '-1', external_source: { name: 'Sample' } });
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
    expect(world.ticketFields.all()).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['a required setting is missing', undefined],
    ['The simulator does not play requirements of type views', { views: {} }],
    ['needs title', { ticket_fields: { state: { type: 'text' } } }],
    ['is not a URL', { webhooks: { hook: { ...WEBHOOK, endpoint: '__BRIDGE_URL__/x' } } }],
    ['http_method is one of', { webhooks: { hook: { ...WEBHOOK, http_method: 'FETCH' } } }],
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
