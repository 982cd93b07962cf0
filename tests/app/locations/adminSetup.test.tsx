import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { say } from '../../../src/domain/setup/saying';
import { BILLING, NEW_STATUS, STATUS, ZENDESK } from '../../screens/admin/setupStates';
import { createAdminZaf, renderAdminPage } from '../renderAdminPage';

const PATHS = {
  status: '/v1/admin/status',
  zendesk: '/v1/admin/setup?system=zendesk',
  billing: '/v1/admin/setup?system=billing',
};

const everything = () => ({ [PATHS.status]: STATUS, [PATHS.zendesk]: ZENDESK, [PATHS.billing]: BILLING });

/** The page of an admin whose account is known, in the language asked for. */
function setUp(answers: Record<string, unknown> = everything(), locale = 'en-US') {
  const zaf = createAdminZaf(answers);
  zaf.state.paths['currentAccount.subdomain'] = 'acme';
  zaf.state.paths['currentUser.locale'] = locale;
  return { zaf, answers, ...renderAdminPage(zaf) };
}

/** The part under this heading; queries by role are slow in a tree of this size. */
const findSystem = async (heading: string): Promise<HTMLElement> =>
  (await screen.findByText(heading, { selector: 'h2' })).closest('section')!;

async function findItems(heading: string): Promise<HTMLElement[]> {
  const system = await findSystem(heading);
  await waitFor(() => expect(system.querySelector('li')).not.toBeNull());
  return [...system.querySelectorAll('li')];
}

/** The line above the list that says what a look came to. */
const findSaid = (system: HTMLElement) => system.querySelector<HTMLElement>('[role="status"]')!;

it('opens first, with how the bridge fares and what each system is found to be like', async () => {
  const { container } = setUp();
  const items = await findItems('Zendesk');
  await findItems('Billing');
  expect(screen.getByText('Setup', { selector: '[role="tab"][aria-selected="true"]' })).toBeInTheDocument();
  expect(items[0]).toHaveTextContent(
    'ProblemAppThe app is installed 2 times: «Support Credits» (360001) and «Support Credits 2» (360002).',
  );
  expect(items.map((item) => item.textContent?.match(/^(Problem|To note|Good)/)?.[0])).toEqual([
    'Problem',
    'Problem',
    'To note',
    ...Array.from({ length: 5 }, () => 'Good'),
  ]);
  const bridge = within(await findSystem('The bridge'));
  expect(bridge.getByText('Changes until', { exact: false })).toBeInTheDocument();
  expect(bridge.getByText('12 jobs wait; the oldest was due 3 minutes ago.')).toBeInTheDocument();
  expect(bridge.getByText("1 job was given up. The bridge's log says why.")).toBeInTheDocument();
  expect(bridge.getByText('Last failure, 3 hours ago: Billing did not answer in time.')).toBeInTheDocument();
  expect((await axe(container)).violations).toEqual([]);
});

it('leads to the place in the account of Zendesk where it is mended, in a tab of its own', async () => {
  setUp();
  await findItems('Zendesk');
  const links = (await screen.findAllByText('Open in Zendesk')).map((text) => text.closest('a')!);
  expect(links.every((link) => link.textContent === 'Open in Zendesk (opens in a new tab)')).toBe(true);
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://acme.zendesk.com/admin/apps-integrations/apps/support-apps',
    'https://acme.zendesk.com/admin/apps-integrations/actions-webhooks/webhooks',
    'https://acme.zendesk.com/admin/objects-rules/tickets/ticket-forms',
  ]);
  expect(links[0]).toHaveAttribute('target', '_blank');
  expect(links[0]).toHaveAttribute('rel', 'noopener');
});

it.each([undefined, 'evil.test/', 7])('leads nowhere where the account is %p', async (subdomain) => {
  const { zaf } = setUp();
  zaf.state.paths['currentAccount.subdomain'] = subdomain;
  await findItems('Zendesk');
  await findItems('Billing');
  expect(screen.queryByText('Open in Zendesk')).not.toBeInTheDocument();
});

it('checks again when asked to, keeps the keyboard, and says what came of it', async () => {
  const { answers, user, zaf } = setUp();
  await findItems('Zendesk');
  const system = await findSystem('Zendesk');
  const button = within(system).getByText('Check again');
  const said = findSaid(system);
  expect(said).toHaveTextContent(/^2 problems\. 1 thing to note\. Checked at/);
  let answer: (check: typeof ZENDESK) => void = () => undefined;
  answers[PATHS.zendesk] = new Promise((resolve) => (answer = resolve));
  await user.click(button);
  expect(said).toHaveTextContent('Checking…');
  expect(button).toHaveAttribute('aria-disabled', 'true');
  await user.click(button);
  answer({ ...ZENDESK, findings: ZENDESK.findings.slice(0, 2) });
  await waitFor(() => expect(said).toHaveTextContent(/^Everything is as it should be\. Checked at/));
  expect(button).toHaveFocus();
  const asked = (path: string) => zaf.reads().filter(({ url }) => url.endsWith(path)).length;
  expect([asked(PATHS.zendesk), asked(PATHS.status), asked(PATHS.billing)]).toEqual([2, 2, 1]);
});

it('keeps what was found when checking again fails, and says so', async () => {
  const { answers, user } = setUp();
  await findItems('Zendesk');
  const system = await findSystem('Zendesk');
  Reflect.deleteProperty(answers, PATHS.zendesk);
  await user.click(within(system).getByText('Check again'));
  expect(await within(system).findByText('Not up to date')).toBeInTheDocument();
  expect(system.querySelectorAll('li')).toHaveLength(ZENDESK.findings.length);
});

it('shows what can be shown when one system cannot be looked at', async () => {
  const { container } = setUp({ [PATHS.status]: STATUS, [PATHS.billing]: BILLING });
  await findItems('Billing');
  const zendesk = within(await findSystem('Zendesk'));
  expect(await zendesk.findByText('This cannot be shown')).toBeInTheDocument();
  expect(zendesk.getByText('Try again')).toBeInTheDocument();
  expect((await axe(container)).violations).toEqual([]);
});

it('says that it is reading until there is an answer', async () => {
  const zaf = createAdminZaf({}, { onRequest: () => new Promise(() => undefined) });
  renderAdminPage(zaf);
  expect(await findSystem('Zendesk')).toHaveTextContent('Reading…');
  expect(screen.queryByText('Check again')).not.toBeInTheDocument();
});

it('says that nothing came yet of a bridge that has just begun', async () => {
  setUp({ ...everything(), [PATHS.status]: NEW_STATUS });
  const bridge = await findSystem('The bridge');
  for (const words of ['Everything is decided', 'None came yet', 'Nothing waits', 'not asked yet'])
    expect(bridge).toHaveTextContent(words);
});

it('says all of it in Russian, with plurals and steps by their names', async () => {
  const { container } = setUp(
    {
      ...everything(),
      [PATHS.zendesk]: {
        ...ZENDESK,
        findings: [
          ...ZENDESK.findings.slice(0, 3),
          { ...ZENDESK.findings[0]!, step: 'views', found: [say('views_good', { count: 21 })] },
        ],
      },
    },
    'ru',
  );
  const items = await findItems('Zendesk');
  expect(items[0]).toHaveTextContent(
    /^ПроблемаПриложениеПриложение установлено 2 раза: .* и .*Что изменить: /,
  );
  expect(items.at(-1)).toHaveTextContent('Все 21 представление на месте.');
  const billing = await findItems('Биллинг');
  expect(billing.map((item) => item.textContent).join(' ')).toContain(
    'Не проверялось: сначала «сертификат».',
  );
  expect(findSaid(await findSystem('Zendesk'))).toHaveTextContent(/^1 проблема\. /);
  expect(container.textContent).not.toMatch(/\b(said|step|checks|status|verdict)\.|\{\{/);
});
