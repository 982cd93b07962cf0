import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { POLICY_KEYS, POLICY_PROBLEMS } from '../../../../src/contract/policyView';
import type { PolicyFileView } from '../../../../src/contract/policyView';
import { POLICY_GROUPS } from '../../../../src/app/features/policy/POLICY_GROUPS';
import { toKeyName } from '../../../../src/app/features/policy/toKeyName';
import { readPolicyView } from '../../../../src/server/policy/readPolicyView';
import { parsePolicy } from '../../../../src/server/policy/parsePolicy';
import english from '../../../../translations/en.json';
import russian from '../../../../translations/ru.json';
import { createAdminZaf, renderAdminTab } from '../../renderAdminPage';

// The page is large, and axe looks at all of it.
jest.setTimeout(30_000);

const CHANGED = {
  overdraftCredits: 2,
  followUpFreeDays: 0,
  careHours: { days: ['mon', 'sat'] },
  spend: { rates: [{ currency: 'USD', from: '2026-01-01', rate: '0.9215' }] },
  refundReasons: { goodwill: { groupIds: ['360'], perPersonPerDay: 3, freePerDay: 1 } },
};

/** The tab where this policy is in force, and its file says that. */
async function show(inForce: object, file: string | undefined) {
  const view = await readPolicyView({
    policy: parsePolicy(JSON.stringify(inForce)),
    policyReadAt: '2026-11-22T10:00:00.000Z',
    policyFile: file === undefined ? undefined : 'policy.json',
    readPolicyText: async () => file ?? '',
  });
  return renderAdminTab(createAdminZaf({ '/v1/admin/policy': view }), 'Policy');
}

const rowOf = async (meaning: string) => (await screen.findByText(meaning)).closest('div')!;

describe('the policy', () => {
  it('has a meaning and a group for every key, in both languages, and words for every problem', () => {
    const names = POLICY_KEYS.map((key) => toKeyName(key));
    for (const { admin } of [english, russian]) {
      expect(Object.keys(admin.policy.meaning).sort()).toEqual([...names].sort());
      expect(Object.keys(admin.policy.problem).sort()).toEqual([...POLICY_PROBLEMS].sort());
    }
    expect(Object.values(POLICY_GROUPS).flat().sort()).toEqual([...POLICY_KEYS].sort());
  });

  it('is shown with readable values, and what was changed beside what is published', async () => {
    const { container } = await show(CHANGED, undefined);
    expect(await rowOf('Spend on products that earns one credit')).toHaveTextContent(/EUR\s100\.00$/);
    expect(await rowOf(english.admin.policy.meaning.packs)).toHaveTextContent(
      /30 credits, EUR\s300\.00, kept until used \(price list 130\)$/,
    );
    const overdraft = await rowOf(english.admin.policy.meaning.overdraftCredits);
    expect(overdraft).toHaveTextContent('2 creditsChangedPublished: 0 credits');
    expect(await rowOf(english.admin.policy.meaning.followUpFreeDays)).toHaveTextContent(
      '0 secondsChangedPublished: 30 days',
    );
    expect(await rowOf(english.admin.policy.meaning.careHours_days)).toHaveTextContent('Mon, Sat');
    expect(await rowOf(english.admin.policy.meaning.spend_rates)).toHaveTextContent(
      '1 USD = 0.9215 EUR from 2026-01-01ChangedPublished: none',
    );
    const goodwill = await rowOf('Return as goodwill');
    expect(goodwill).toHaveTextContent('by admins, members of the groups 360');
    expect(goodwill).toHaveTextContent('one person at most 3 a day');
    expect(goodwill).toHaveTextContent('without approval 1 a day, beyond that another person approves');
    expect(await rowOf('Return because the server was at fault')).toHaveTextContent(/not allowed$/);
    expect(screen.getByText('No policy file')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('can be cut down to what differs', async () => {
    const { user } = await show({ overdraftCredits: 2 }, undefined);
    await user.click(await screen.findByRole('checkbox', { name: /Only what differs.*\(1\)/ }));
    expect(screen.getAllByRole('term')).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Taking credits' })).toBeInTheDocument();
  });

  it('says that nothing differs', async () => {
    const { user } = await show({}, '{}');
    expect(await screen.findByText('The file is in force')).toBeInTheDocument();
    await user.click(screen.getByRole('checkbox'));
    expect(screen.getByText(/Nothing differs/)).toBeInTheDocument();
    expect(screen.queryAllByRole('term')).toEqual([]);
  });

  it('says what a changed file will change once the bridge is started again', async () => {
    await show({}, '{ "overdraftCredits": 3 }');
    const told = (await screen.findByText('The file has changed')).closest('[role="status"]') as HTMLElement;
    expect(told).toHaveTextContent('takes effect when the bridge is started again');
    expect(within(told).getByRole('listitem')).toHaveTextContent('0 credits → 3 credits overdraftCredits');
    expect((await axe(told)).violations).toEqual([]);
  });

  it('says everything that is wrong with a broken file, and that the bridge goes on', async () => {
    await show({}, '{ "overdraft": 3, "noteLanguage": "de", "careHours": { "to": "7pm" } }');
    const told = (await screen.findByText('The file is broken')).closest('[role="status"]') as HTMLElement;
    expect(told).toHaveTextContent('The bridge goes on with the last good policy');
    expect(
      within(told)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(
      [
        'careHours.to wants a time, such as 09:30, or 24:00.',
        'noteLanguage wants one of: en, ru.',
        'overdraft is no key of the policy. Check the spelling.',
      ].sort((one, other) => one.localeCompare(other)),
    );
    expect((await axe(told)).violations).toEqual([]);
  });

  it('says that the file cannot be read', async () => {
    const view = await readPolicyView({
      policy: parsePolicy('{}'),
      policyReadAt: '2026-11-22T10:00:00.000Z',
      policyFile: 'policy.json',
      readPolicyText: () => Promise.reject(new Error('gone')),
    });
    expect(view.file satisfies PolicyFileView).toEqual({ state: 'unreadable' });
    await renderAdminTab(createAdminZaf({ '/v1/admin/policy': view }), 'Policy');
    expect(await screen.findByText('The file cannot be read')).toBeInTheDocument();
  });
});
