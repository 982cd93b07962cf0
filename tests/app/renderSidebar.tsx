import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { startFirstLook } from '../../src/app/locations/startFirstLook';
import { TicketSidebar } from '../../src/app/locations/TicketSidebar';
import { connectZaf } from '../../src/app/zaf/connectZaf';
import type { FakeZaf } from './createFakeZaf';

/** Shows the whole sidebar over a faked Zendesk. Time stands still: tests move it. */
export function renderSidebar(zaf: FakeZaf) {
  const user = userEvent.setup({ advanceTimers: (delayMs) => jest.advanceTimersByTime(delayMs) });
  const connected = connectZaf(zaf.client);
  const opened = { zaf: connected, firstLook: startFirstLook(connected), known: {} };
  return { user, ...render(<TicketSidebar opened={opened} />) };
}
