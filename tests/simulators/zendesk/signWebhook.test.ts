import { signWebhook } from '../../../src/simulators/zendesk/webhooks/signWebhook';

const STATIC_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';
const TIMESTAMP = '2021-03-25T05:09:27Z';

describe('signWebhook', () => {
  it.each([
    ['{"event":"ticket.updated","id":123}', 'S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM='],
    ['', 'wCdBvXaHttn0wRVIYctzZ9O6O0bnqWakJMEKZ9VoRWw='],
    ['{"ticket":{"id":35436,"subject":"Größe – zu klein"}}', 'CYxlkqFdBT+nGDa5zV+KgkIIl4yIFu90xUUW3OPL2lc='],
  ])('signs %p as the known vector says', (body, signature) => {
    expect(signWebhook(STATIC_SECRET, TIMESTAMP, body)).toBe(signature);
  });
});
