import axios from 'axios';
import { writeAsking } from '../../../src/app/api/writeAsking';

const TARGET = { ticketId: '35', fieldIds: { creditAction: 900, supportLine: 902 } };
const SET = { type: 'Change', field_name: '900', value: 'credit_action_recheck' };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Zendesk, which answers each update with the next of these lists of events, the last one for ever. */
function openZendesk(...answers: object[][]) {
  const bodies: unknown[] = [];
  const zendesk = axios.create({
    adapter: async (config) => {
      const events = answers[Math.min(bodies.length, answers.length - 1)];
      bodies.push(JSON.parse(String(config.data)));
      return { data: { audit: { events } }, status: 200, statusText: 'OK', headers: {}, config };
    },
  });
  return { zendesk, bodies };
}

async function write(zendesk: ReturnType<typeof openZendesk>['zendesk'], kind: 'recheck' | 'hand_over') {
  const written = writeAsking(zendesk, TARGET, { kind });
  await jest.advanceTimersByTimeAsync(60_000);
  return written;
}

describe('writeAsking', () => {
  it('writes the one field, once', async () => {
    const { zendesk, bodies } = openZendesk([SET]);
    await write(zendesk, 'recheck');
    expect(bodies).toEqual([{ ticket: { custom_fields: [{ id: 900, value: 'credit_action_recheck' }] } }]);
  });

  it('writes again while an answered asking of the same kind still stands in the field', async () => {
    const { zendesk, bodies } = openZendesk([], [], [SET]);
    await write(zendesk, 'recheck');
    expect(bodies).toHaveLength(3);
  });

  it('leaves an asking alone that goes on standing: it waits for its answer', async () => {
    const { zendesk, bodies } = openZendesk([]);
    await write(zendesk, 'recheck');
    expect(bodies).toHaveLength(6);
  });

  it('does not wait for a line that is chosen already', async () => {
    const { zendesk, bodies } = openZendesk([]);
    await write(zendesk, 'hand_over');
    expect(bodies).toHaveLength(1);
  });
});
