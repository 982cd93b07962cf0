import { Skeleton } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';

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
  ['100%', '33px'],
  ['80%', '28px'],
] as const;

const StyledBars = styled.div`
  display: grid;
  gap: 12px;
`;

/** Grey bars in the shape of the panel, for the eye alone. */
export function LoadingBars() {
  return (
    <StyledBars aria-hidden="true">
      {BARS.map(([width, height]) => (
        <Skeleton key={height + width} width={width} height={height} />
      ))}
    </StyledBars>
  );
}
