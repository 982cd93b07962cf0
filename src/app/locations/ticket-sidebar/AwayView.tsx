import { Skeleton } from '@zendeskgarden/react-loaders';
import type { BridgeFailure } from '../../api/BridgeError';
import { lazyPart } from '../../shared/lazy-part/lazyPart';
import type { Zaf } from '../../zaf/connectZaf';
import { FailureView } from './FailureView';
import { FurtherPart } from './parts/FurtherPart';

const ProfilePart = lazyPart(
  async () => (await import(/* webpackChunkName: "profile" */ './parts/ProfilePart')).ProfilePart,
  <Skeleton height="20px" />,
);

type AwayViewProps = {
  code: BridgeFailure;
  zaf: Zaf;
  creditFieldId: number | undefined;
  onRetry: () => void;
};

/** The bridge gave nothing and nothing is known from before: why, and what Zendesk itself still knows. */
export function AwayView({ code, zaf, creditFieldId, onRetry }: AwayViewProps) {
  return (
    <>
      <FailureView code={code} onRetry={onRetry} />
      {code !== 'ticket_not_found' && (
        <FurtherPart>
          <ProfilePart zaf={zaf} creditFieldId={creditFieldId} />
        </FurtherPart>
      )}
    </>
  );
}
