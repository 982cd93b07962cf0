/**
 * Which line answers what, and what technical support does and does not do (R10, R11). Each topic has its words in
 * `more.guide.topic` and its text for the client in `replies`; so has each group as a whole.
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

/** A group of the guide. */
export type GuideGroup = (typeof GUIDE)[number];

/** A text for the client: that of one topic, or of its whole group where no topic is named. */
export type GuideText = { group: GuideGroup['id']; topic: GuideGroup['topics'][number] | undefined };
