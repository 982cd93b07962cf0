import { SETUP_SYSTEMS } from '../../../contract/setupCheck';
import { ReadingView } from '../../shared/reading/ReadingView';
import { useReading } from '../../shared/reading/useReading';
import { StatusSummary } from './StatusSummary';
import { SystemChecks } from './SystemChecks';
import type { SetupCalls } from './setupCalls';

/** How the bridge fares, and below it what each system is found to be like. */
export function SetupCheckView({ calls }: { calls: SetupCalls }) {
  const status = useReading(['setup', 'status'], calls.readStatus);
  const address = useReading(['setup', 'address'], async () => (await calls.readAccountAddress()) ?? null);
  return (
    <>
      <ReadingView reading={status}>{(known) => <StatusSummary status={known} />}</ReadingView>
      {SETUP_SYSTEMS.map((system) => (
        <SystemChecks
          key={system}
          system={system}
          check={() => calls.check(system)}
          onAgain={status.reload}
          accountAddress={address.data ?? undefined}
        />
      ))}
    </>
  );
}
