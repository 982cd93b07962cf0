import { act, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { CreditsView } from '../../../../src/contract/creditsView';
import { buildUnknownView, buildView } from '../../buildView';
import { createFakeZaf, toRejection } from '../../createFakeZaf';
import type { FakeZaf } from '../../createFakeZaf';
import { renderSidebar } from '../../renderSidebar';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T14:10:00.000Z') }));
afterEach(() => jest.useRealTimers());

const tick = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const DEFECT = 'Return the credit: defect in our software';

type Answer = NonNullable<CreditsView['ticket']['answer']>;

const answer = (action: string, changes: Partial<Answer> = {}): Answer => ({
  action,
  outcome: 'done',
  refusal: null,
  answeredAt: '2026-11-22T14:10:01.000Z',
  ...changes,
});

async function showTicket(zaf: FakeZaf) {
  const rendered = renderSidebar(zaf);
  const region = await screen.findByRole('region', { name: 'This ticket' });
  return { ...rendered, ticket: within(region) };
}

describe('returning the credit', () => {
  it('asks once more, writes the ticket field, follows until the answer and says so', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket, container } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    expect(ticket.getByRole('group', { name: 'Return 1 credit?' })).toHaveTextContent(
      'Defect in our software',
    );
    expect(zaf.writes()).toEqual([]);
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(ticket.getByRole('button', { name: 'Asked. Waiting for the answer…' })).toHaveFocus();
    expect(zaf.writes()).toEqual([
      expect.objectContaining({
        url: '/api/v2/tickets/35.json',
        type: 'PUT',
        contentType: 'application/json',
        data: '{"ticket":{"custom_fields":[{"id":900,"value":"credit_action_refund_software_defect"}]}}',
      }),
    ]);
    expect(zaf.writes()[0]).not.toHaveProperty('jwt');
    await tick(800);
    expect(ticket.queryByText('The credit is returned.')).toBeNull();
    zaf.state.view = buildView({
      ticket: {
        creditState: 'refunded',
        reason: 'software_defect',
        answer: answer('refund_software_defect'),
      },
    });
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('The credit is returned.');
    expect(ticket.getByText('Credit returned: defect in our software')).toBeInTheDocument();
    expect(ticket.getByRole('button', { name: 'Debit 1 credit' })).toBeInTheDocument();
    expect(document.activeElement).toHaveTextContent('The credit is returned.');
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('asks for once, however often it is pressed', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.dblClick(ticket.getByRole('button', { name: DEFECT }));
    await user.dblClick(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    await user.click(ticket.getByRole('button', { name: 'Asked. Waiting for the answer…' }));
    await tick(5_000);
    expect(zaf.writes()).toHaveLength(1);
  });

  it('says why it was refused and offers the actions again', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    const refused = answer('refund_software_defect', { outcome: 'refused', refusal: 'already_refunded' });
    zaf.state.view = buildView({ ticket: { answer: refused } });
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('Refused: the credit was returned before.');
    expect(ticket.getByRole('button', { name: DEFECT })).toBeInTheDocument();
  });

  it('does not take an older answer for the new one', async () => {
    const old = answer('refund_software_defect', { answeredAt: '2026-11-20T10:00:00.000Z' });
    const zaf = createFakeZaf(buildView({ ticket: { answer: old } }));
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    await tick(5_000);
    expect(ticket.getByRole('button', { name: 'Asked. Waiting for the answer…' })).toBeInTheDocument();
  });

  it('stops following after half a minute and says that the asking stands', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    await tick(31_500);
    expect(ticket.getByRole('status')).toHaveTextContent(
      'No answer yet. Your request is saved in the ticket',
    );
    const { length } = zaf.reads();
    expect(length).toBeLessThanOrEqual(44);
    await tick(30_000);
    expect(zaf.reads()).toHaveLength(length);
  });

  it('goes on following while the bridge is away for a moment', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    zaf.state.onRequest = () => Promise.reject(toRejection(0, null));
    await tick(3_000);
    zaf.state.onRequest = undefined;
    zaf.state.view = buildView({
      ticket: { creditState: 'refunded', reason: 'software_defect' },
    });
    await tick(3_000);
    expect(ticket.getByRole('status')).toHaveTextContent('The credit is returned.');
  });

  it.each([
    [403, 'You may not edit this ticket.'],
    [404, 'Zendesk does not find this ticket any more'],
    [409, 'Someone else is changing this ticket right now.'],
    [422, 'A closed ticket can no longer be changed'],
    [500, 'Zendesk did not answer.'],
  ])('says what to do when Zendesk answers %i to the change', async (status, sentence) => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    zaf.state.onRequest = ({ type }) =>
      type === 'PUT' ? Promise.reject(toRejection(status, { error: 'RecordInvalid' })) : undefined;
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(ticket.getByRole('alert')).toHaveTextContent('The ticket was not changed');
    expect(ticket.getByRole('alert')).toHaveTextContent(sentence);
    expect(ticket.getByRole('button', { name: DEFECT })).toBeInTheDocument();
  });

  it('does nothing when cancelled, by button or Escape, and gives the keyboard back', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    expect(ticket.getByRole('button', { name: 'Confirm' })).toHaveFocus();
    await user.click(ticket.getByRole('button', { name: 'Cancel' }));
    expect(ticket.getByRole('button', { name: DEFECT })).toHaveFocus();
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    await user.keyboard('{Escape}');
    expect(ticket.getByRole('button', { name: DEFECT })).toHaveFocus();
    expect(zaf.writes()).toEqual([]);
  });

  it('keeps further reasons behind a button that opens in place', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    const more = ticket.getByRole('button', { name: 'Return for another reason' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    await user.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
    await user.click(ticket.getByRole('button', { name: 'Goodwill' }));
    await user.click(ticket.getByRole('button', { name: 'Cancel' }));
    expect(ticket.getByRole('button', { name: 'Goodwill' })).toHaveFocus();
    await user.click(ticket.getByRole('button', { name: 'Hotfix installed' }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(zaf.writes()[0]?.data).toContain('credit_action_refund_hotfix');
  });

  it('forgets an unconfirmed question when the ticket gets another client', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: DEFECT }));
    zaf.state.view = buildView({
      identity: { kind: 'client', grade: 'linked', billingAccountId: '77', accountName: 'Beta Cloud' },
    });
    zaf.fire('ticket.requester.id.changed');
    await tick(200);
    expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
  });
});

describe('the other actions', () => {
  const heldView = (changes: Parameters<typeof buildView>[0] = {}) =>
    buildView({ ...changes, ticket: { creditState: 'held', reason: 'no_credits', ...changes.ticket } });

  it('debits a held ticket when credits are there', async () => {
    const zaf = createFakeZaf(heldView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Debit 1 credit' }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(zaf.writes()[0]?.data).toContain('"credit_action_debit"');
    zaf.state.view = buildView({ ticket: { answer: answer('debit') } });
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('1 credit is debited.');
  });

  it('waives a held ticket', async () => {
    const zaf = createFakeZaf(heldView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Waive' }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(zaf.writes()[0]?.data).toContain('"credit_action_waive"');
    zaf.state.view = buildView({ ticket: { creditState: 'waived', reason: 'agent' } });
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('The ticket is waived.');
  });

  it('checks a held ticket again without asking once more', async () => {
    const zaf = createFakeZaf(heldView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Check again' }));
    await tick(50);
    expect(zaf.writes()[0]?.data).toContain('"credit_action_recheck"');
    expect(ticket.getByRole('button', { name: 'Asked. Waiting for the answer…' })).toHaveFocus();
    zaf.state.view = heldView({ ticket: { answer: answer('recheck') } });
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('Checked again: nothing has changed yet.');
  });

  it('says that it was checked again also when that has found the client, and no longer for the next client', async () => {
    const zaf = createFakeZaf(buildUnknownView('unknown_client'));
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Check again' }));
    await tick(50);
    zaf.state.view = buildView({ ticket: { answer: answer('recheck') } });
    await tick(800);
    expect(document.activeElement).toHaveTextContent('Checked again.');
    zaf.state.view = buildView({
      identity: { kind: 'client', grade: 'linked', billingAccountId: '77', accountName: 'Beta Cloud' },
    });
    zaf.fire('ticket.updated', {});
    await tick(200);
    expect(ticket.queryByText('Checked again.')).toBeNull();
  });

  it('says a refusal without a reason in words too', async () => {
    const zaf = createFakeZaf(heldView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Check again' }));
    await tick(50);
    zaf.state.view = heldView({ ticket: { answer: answer('recheck', { outcome: 'refused' }) } });
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('Refused.');
  });
});

describe('a refund that needs approval', () => {
  const awaiting = answer('refund_hotfix', { outcome: 'awaiting_approval' });
  const approval = { reason: 'hotfix', askedBy: '500', askedAt: '2026-11-22T14:10:01.000Z' } as const;

  it('is said to wait for a colleague', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Return for another reason' }));
    await user.click(ticket.getByRole('button', { name: 'Hotfix installed' }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    zaf.state.view = buildView({ ticket: { answer: awaiting, approval: { ...approval, askedBy: '7' } } });
    await tick(1_600);
    expect(ticket.getByRole('status')).toHaveTextContent('Another agent has to approve');
    expect(ticket.getByText(/^Agent 7 asked on .* to return the credit: hotfix installed/)).toBeVisible();
    const own = ticket.getByRole('button', { name: 'Approve the return' });
    expect(own).toHaveAccessibleDescription('You asked for it: a colleague has to approve.');
    await user.click(own);
    expect(zaf.writes()).toHaveLength(1);
  });

  it('is approved with one button and a question', async () => {
    const zaf = createFakeZaf(buildView({ ticket: { answer: awaiting, approval } }));
    const { user, ticket, container } = await showTicket(zaf);
    expect(await ticket.findByText(/^Timur Akhmetov asked on /)).toBeInTheDocument();
    await user.click(ticket.getByRole('button', { name: 'Approve the return' }));
    expect(ticket.getByRole('group', { name: 'Approve: return 1 credit?' })).toBeInTheDocument();
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(zaf.writes()).toEqual([
      expect.objectContaining({ data: expect.stringContaining('credit_action_approve') }),
    ]);
    zaf.state.view = buildView({
      ticket: { creditState: 'refunded', reason: 'hotfix', answer: answer('approve') },
    });
    await tick(1_600);
    expect(ticket.getByRole('status')).toHaveTextContent('the credit is returned');
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('a follow-up', () => {
  it('R4: says whose problem it goes on with, and can be called a new one', async () => {
    const zaf = createFakeZaf(buildView({ ticket: { continues: '12' } }));
    const { user, ticket } = await showTicket(zaf);
    expect(ticket.getByText('Goes on with ticket 12: one problem, one credit.')).toBeInTheDocument();
    await user.click(ticket.getByRole('button', { name: 'This is a new problem' }));
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(zaf.writes()).toEqual([
      expect.objectContaining({ data: expect.stringContaining('credit_action_new_problem') }),
    ]);
  });
});
