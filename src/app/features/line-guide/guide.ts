/**
 * Which line answers what, and what technical support does and does not do (R10, R11). Each topic has its words in
 * `more.guide.item`, each group its text for the client in `replies`.
 */
export const GUIDE = [
  { id: 'care', topics: ['pay', 'renew', 'activate', 'licence_ip', 'access', 'care_install'] },
  { id: 'tech', topics: ['install', 'configure', 'update', 'integrate', 'details'] },
  {
    id: 'does',
    topics: [
      'use',
      'install_on_server',
      'first_setup',
      'integration',
      'ihttpd',
      'faults',
      'ssl',
      'promotions',
    ],
  },
  { id: 'does_not', topics: ['server', 'system', 'plugins'] },
] as const;

/** A group of the guide, which is also the key of its text for clients. */
export type GuideGroupId = (typeof GUIDE)[number]['id'];
