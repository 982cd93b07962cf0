import { Skeleton } from '@zendeskgarden/react-loaders';
import { Span } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import { useI18n } from '../../shared/i18n/useI18n';

/** Width and height of each bar, in the shape of the panel that follows. */
const BARS = [
  ['60%', '20px'],
  ['80%', '16px'],
  ['40%', '44px'],
  ['100%', '34px'],
  ['100%', '6px'],
  ['50%', '24px'],
  ['90%', '20px'],
  ['100%', '32px'],
] as const;

const StyledBars = styled.div`
  display: grid;
  gap: 12px;
`;

/** What stands in the panel until the first answer: the shape of what comes, so that nothing jumps. */
export function LoadingView() {
  const { t } = useI18n();
  return (
    <div role="status">
      <Span hidden>{t('loading')}</Span>
      <StyledBars aria-hidden="true">
        {BARS.map(([width, height]) => (
          <Skeleton key={height + width} width={width} height={height} />
        ))}
      </StyledBars>
    </div>
  );
}
