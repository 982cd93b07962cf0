import { screen, waitFor } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { requesterProfile } from '../../../src/simulators/zendesk/browser/agent/requesterProfile';
import { buildTicketModel } from '../../../src/simulators/zendesk/browser/agent/ticketModel';
import type { TicketModel } from '../../../src/simulators/zendesk/browser/agent/ticketModel';
import type { RestClient } from '../../../src/simulators/zendesk/browser/restClient';
import type { UserFieldView } from '../../../src/simulators/zendesk/pages/views/UserFieldView';
import { buildTicket } from './buildHostPage';

type Values = Record<string, UserFieldView['value']>;
type Sent = { method: string; path: string; body: unknown };

afterEach(() => {
  document.body.replaceChildren();
});

const TITLES = [
  ['support_credits', 'integer', 'Support credits'],
  ['support_spend_eur', 'decimal', 'Spent on products, EUR'],
  ['support_partner', 'checkbox', 'Partner'],
  ['support_billing_account', 'text', 'Billing account'],
  ['support_billing_read_at', 'date', 'Billing read on'],
] as const;

function buildFields(values: Values): UserFieldView[] {
  return TITLES.map(([key, type, title]) => ({
    key,
    type,
    title,
    description: key === 'support_billing_account' ? 'The number in billing.' : '',
    value: values[key] ?? null,
  }));
}

/** The part on a page, with an account behind it that takes what it is sent, or answers with `refusal`. */
function show(values: Values, refusal?: string): { model: TicketModel; sent: Sent[] } {
  const sent: Sent[] = [];
  const send = async (method: string, path: string, body: { user: { user_fields: Values } }) => {
    sent.push({ method, path, body });
    if (refusal !== undefined) throw new Error(refusal);
    const { user_fields: given } = body.user;
    const credits = given['support_credits'];
    const taken = { ...given, ...(credits !== undefined && { support_credits: Number(credits) }) };
    return { user: { user_fields: { ...values, ...taken } } };
  };
  const rest = { fetch: send, read: send, send } as unknown as RestClient;
  const model = buildTicketModel(buildTicket({ requesterFields: buildFields(values) }));
  document.body.append(requesterProfile(model, rest));
  return { model, sent };
}

const findAccount = () => screen.getByRole('textbox', { name: 'Billing account' });
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save the requester' }));
/** What stands beside a title that is not a control. */
const readShown = (title: string) => screen.getByText(title).nextElementSibling?.textContent;
const change = (model: TicketModel, values: Values) => {
  model.replaceSaved({ ...model.saved(), requesterFields: buildFields(values) });
};

describe('the requester beside a ticket', () => {
  it('shows each user field by its title, the value as a person reads it', () => {
    show({
      support_credits: 4,
      support_spend_eur: 1243.5,
      support_partner: true,
      support_billing_account: '1001',
      support_billing_read_at: '2026-11-22T00:00:00Z',
    });
    expect(screen.getByRole('spinbutton', { name: 'Support credits' })).toHaveValue(4);
    expect(readShown('Spent on products, EUR')).toBe('1,243.50');
    expect(readShown('Partner')).toBe('Yes');
    expect(findAccount()).toHaveValue('1001');
    expect(findAccount()).toHaveAccessibleDescription('The number in billing.');
    expect(readShown('Billing read on')).toBe('22 Nov 2026');
  });

  it('shows a dash or nothing for what is empty', () => {
    show({});
    expect(readShown('Spent on products, EUR')).toBe('–');
    expect(readShown('Partner')).toBe('No');
    expect(readShown('Billing read on')).toBe('–');
    expect(findAccount()).toHaveValue('');
  });

  it('saves what was typed, and nothing else, through the account’s own call', async () => {
    const { sent } = show({ support_credits: 4 });
    await userEvent.type(findAccount(), '1006{Enter}');
    await screen.findByText('The requester is saved.');
    const body = { user: { user_fields: { support_billing_account: '1006' } } };
    expect(sent).toEqual([{ method: 'PUT', path: '/api/v2/users/7.json', body }]);
  });

  it('shows a saved value as the account took it', async () => {
    show({});
    const credits = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Support credits' });
    await userEvent.type(credits, '007');
    await save();
    await waitFor(() => {
      expect(credits.value).toBe('7');
    });
  });

  it('sends nothing when nothing was typed, and says so', async () => {
    const { sent } = show({ support_credits: 4 });
    await save();
    await screen.findByText('Nothing of the requester was changed.');
    expect(sent).toEqual([]);
  });

  it('follows what others write, and keeps what the agent is typing', async () => {
    const { model } = show({});
    await userEvent.type(findAccount(), '10');
    change(model, { support_credits: 3, support_partner: true, support_billing_account: '2' });
    expect(screen.getByRole('spinbutton', { name: 'Support credits' })).toHaveValue(3);
    expect(readShown('Partner')).toBe('Yes');
    expect(findAccount()).toHaveValue('10');
    expect(findAccount()).toHaveFocus();
  });

  it('tells why the account refuses, and keeps what was typed', async () => {
    show({}, 'The server answers 422.');
    await userEvent.type(findAccount(), '1006');
    await save();
    await screen.findByText('The server answers 422.');
    expect(findAccount()).toHaveValue('1006');
  });

  it('begins anew when the ticket gets another requester', async () => {
    const { model, sent } = show({});
    await userEvent.type(findAccount(), 'typed for Clara');
    const requester = { ...model.saved().requester!, id: 9, name: 'Otto' };
    model.replaceSaved({ ...model.saved(), requester, requesterFields: buildFields({}) });
    expect(findAccount()).toHaveValue('');
    await userEvent.type(findAccount(), '5');
    await save();
    await waitFor(() => {
      expect(sent.map(({ path }) => path)).toEqual(['/api/v2/users/9.json']);
    });
  });

  it('is empty when the requester is gone', () => {
    const { model } = show({});
    model.replaceSaved({ ...model.saved(), requester: undefined, requesterFields: [] });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
