import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { DryRunRequest } from '../../../../src/contract/dryRun';
import { toRejection } from '../../createFakeZaf';
import { createAdminZaf, renderAdminTab } from '../../renderAdminPage';
import { buildDryRun } from './buildDryRun';

// The page is large, and axe looks at all of it.
jest.setTimeout(30_000);

const PATH = '/v1/admin/dry-run';

/** What the bridge was asked to try. */
function listAsked(zaf: ReturnType<typeof createAdminZaf>): DryRunRequest[] {
  return zaf.requests
    .filter(({ url }) => url.endsWith(PATH))
    .map(({ data }) => JSON.parse(data ?? '{}') as DryRunRequest);
}

describe('the dry run', () => {
  it('says what would be decided for a ticket, rule by rule, and that nothing was written', async () => {
    const zaf = createAdminZaf({ [PATH]: buildDryRun() });
    const { user, container } = await renderAdminTab(zaf, 'Dry run');
    await user.type(await screen.findByLabelText('Number of the ticket'), ' #35{Enter}');
    const heading = await screen.findByRole('heading', { name: 'What would be decided' });
    expect(heading).toHaveFocus();
    expect(listAsked(zaf)).toEqual([{ kind: 'ticket', ticketId: '35' }]);
    expect(screen.getByText('This was a dry run: nothing was written.')).toBeInTheDocument();
    expect(screen.getByText('1 credit debited: a problem for technical support')).toBeInTheDocument();
    const [first, ...others] = within(screen.getAllByRole('list')[0]!).getAllByRole('listitem');
    expect(first).toHaveTextContent(/by the rules: a defect.*asked, did not decide$/);
    expect(others.at(-1)).toHaveTextContent(/others need a credit\. decides$/);
    expect(screen.getByText('+2 · credits granted: earned by spending')).toBeInTheDocument();
    expect(screen.getByText('−1 · credit debited')).toBeInTheDocument();
    expect(screen.getByText('Account 1042')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('asks for a ticket that is made up as it is filled in', async () => {
    const zaf = createAdminZaf({ [PATH]: buildDryRun() });
    const { user, container } = await renderAdminTab(zaf, 'Dry run');
    await user.click(await screen.findByRole('radio', { name: 'A ticket that does not exist' }));
    await user.type(screen.getByLabelText('Account of the client in billing'), '1042');
    await user.selectOptions(screen.getByLabelText(/^Who should answer/), 'Technical support');
    await user.selectOptions(screen.getByLabelText(/^Topic/), 'Update');
    await user.type(screen.getByLabelText('When it is submitted'), '2026-12-01T10:30');
    expect((await axe(container)).violations).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    await screen.findByRole('heading', { name: 'What would be decided' });
    await user.selectOptions(screen.getByLabelText('How it comes in'), 'Mail');
    expect(screen.queryByLabelText(/^Topic/)).toBeNull();
    await user.clear(screen.getByLabelText('Account of the client in billing'));
    await user.clear(screen.getByLabelText('When it is submitted'));
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    await waitFor(() => expect(listAsked(zaf)).toHaveLength(2));
    const at = new Date('2026-12-01T10:30').toISOString();
    const plain = { kind: 'made_up', line: 'tech', topic: 'update' };
    expect(listAsked(zaf)).toEqual([
      { ...plain, billingAccountId: '1042', channel: 'form', at },
      { ...plain, billingAccountId: null, channel: 'mail', at: null },
    ]);
  });

  it('says at the field what is wrong, leads there, and asks the bridge nothing', async () => {
    const zaf = createAdminZaf({});
    const { user, container } = await renderAdminTab(zaf, 'Dry run');
    await user.click(await screen.findByRole('button', { name: 'Try it' }));
    const number = screen.getByLabelText('Number of the ticket');
    expect(number).toHaveFocus();
    expect(number).toHaveAccessibleDescription(/Enter the number of a ticket/);
    expect(number).toBeInvalid();
    await user.type(number, '3');
    expect(screen.queryByText(/Enter the number of a ticket/)).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'A ticket that does not exist' }));
    await user.type(screen.getByLabelText('Account of the client in billing'), 'Hosting Alpha{Enter}');
    expect(screen.getByText(/Or leave it empty/)).toBeInTheDocument();
    expect(listAsked(zaf)).toEqual([]);
    expect((await axe(container)).violations).toEqual([]);
  });

  it.each([
    [
      'a request that would be refused',
      buildDryRun({ entries: [], answer: { outcome: 'refused', refusal: 'already_refunded' } }),
      ['would be refused: the credit was returned before.', 'Nothing.'],
    ],
    [
      'a return by the rules',
      buildDryRun({
        creditState: 'refunded',
        reason: 'wrong_line',
        rules: [{ rule: 'rule_refund', decides: true }],
        entries: [{ kind: 'refund', amountCredits: 1, reason: 'wrong_line' }],
        answer: { outcome: 'done', refusal: null },
      }),
      ['Credit returned: handed back', '+1 · credit returned: handed back', 'would be carried out'],
    ],
    [
      'nothing at all',
      buildDryRun({}, { decision: null, line: null, billingAccountId: null, billingReadAt: null }),
      ['Nothing: the ticket is closed or gone', 'No line yet', 'nobody there is known'],
    ],
  ])('has words for %s', async (_what, answer, sentences) => {
    const { user } = await renderAdminTab(createAdminZaf({ [PATH]: answer }), 'Dry run');
    await user.type(await screen.findByLabelText('Number of the ticket'), '35{Enter}');
    const result = await screen.findByRole('region', { name: 'What would be decided' });
    for (const sentence of sentences) expect(result).toHaveTextContent(sentence);
  });

  it('says why there is no answer, and takes the next asking; pressing twice asks once', async () => {
    const zaf = createAdminZaf({ [PATH]: buildDryRun() });
    let refuse: (reason: unknown) => void = () => undefined;
    zaf.state.onRequest = () => new Promise((_resolve, reject) => (refuse = reject));
    zaf.state.paths['currentUser.locale'] = 'ru';
    const { user, container } = await renderAdminTab(zaf, 'Пробный расчёт');
    await user.type(await screen.findByLabelText('Номер тикета'), '404');
    await user.dblClick(screen.getByRole('button', { name: 'Проверить' }));
    expect(await screen.findByRole('button', { name: 'Проверяем…' })).toBeInTheDocument();
    expect(listAsked(zaf)).toHaveLength(1);
    refuse(toRejection(404, { error: { code: 'ticket_not_found', requestId: 'r' } }));
    expect(await screen.findByText('Мост не находит этот тикет в Zendesk.')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
    zaf.state.onRequest = () => Promise.resolve(buildDryRun());
    await user.click(screen.getByRole('button', { name: 'Проверить' }));
    expect(await screen.findByRole('heading', { name: 'Что было бы решено' })).toHaveFocus();
    expect(screen.queryByText('Мост не находит этот тикет в Zendesk.')).toBeNull();
  });
});
