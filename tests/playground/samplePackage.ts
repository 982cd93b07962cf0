import type { TemporaryFolder } from './temporaryFolder';

/** A small built app with our placeholders, as `dist/app` has them. */
export const sampleManifest = {
  name: 'Sample',
  author: { name: 'A', email: 'a@example.test', url: 'https://example.test' },
  defaultLocale: 'en',
  private: true,
  version: '1.2.3',
  frameworkVersion: '2.0',
  location: { support: { ticket_sidebar: { url: 'assets/iframe.html', flexible: true } } },
  domainWhitelist: ['__BRIDGE_HOST__'],
  parameters: [
    { name: 'bridge_url', type: 'text', required: true, default: '__BRIDGE_URL__' },
    { name: 'shared_secret', type: 'text', required: true, secure: true, scopes: ['jwt_secret_key'] },
  ],
};

export const sampleRequirements = {
  ticket_fields: {
    support_line: {
      type: 'tagger',
      title: 'Line',
      custom_field_options: [
        { name: 'Care', value: 'sales' },
        { name: 'Tech', value: 'tech' },
      ],
    },
  },
  webhooks: {
    hook: {
      name: 'Hook',
      status: 'active',
      endpoint: '__BRIDGE_URL__/webhooks/zendesk',
      http_method: 'POST',
      request_format: 'json',
      signing_secret: { algorithm: 'SHA256', secret: '__ZENDESK_WEBHOOK_SECRET__' },
    },
  },
  triggers: {
    told: {
      title: 'Tell',
      conditions: {
        all: [{ field: 'update_type', operator: 'is', value: 'Create' }],
        any: [{ field: 'custom_fields_support_line', operator: 'changed', value: null }],
      },
      actions: [{ field: 'notification_webhook', value: ['hook', '{"id":"{{ticket.id}}"}'] }],
    },
  },
};

/** The files of the sample, by path. */
export function samplePackageFiles(): Record<string, unknown> {
  const label = { label: 'A label' };
  return {
    'manifest.json': sampleManifest,
    'requirements.json': sampleRequirements,
    'translations/en.json': {
      app: { name: 'Sample', parameters: { bridge_url: label, shared_secret: label } },
    },
    'assets/iframe.html': '<html></html>',
    'assets/main.js': 'console.log(1)',
    'assets/logo.png': 'png',
    'assets/logo-small.png': 'png',
  };
}

/** Writes the sample below `name` in the folder, with the given files in place of its own. */
export function writeSamplePackage(
  folder: TemporaryFolder,
  name: string,
  changes: Record<string, unknown> = {},
): void {
  const files = { ...samplePackageFiles(), ...changes };
  for (const [path, content] of Object.entries(files)) folder.write(`${name}/${path}`, content);
}
