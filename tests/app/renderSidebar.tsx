import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TicketSidebar } from '../../src/app/locations/TicketSidebar';
import type { FakeZaf } from './createFakeZaf';

/** Shows the whole sidebar over a faked Zendesk. Time stands still: tests move it. */
export function renderSidebar(zaf: FakeZaf) {
  const user = userEvent.setup({ advanceTimers: (delayMs) => jest.advanceTimersByTime(delayMs) });
  return { user, ...render(<TicketSidebar client={zaf.client} />) };
}
