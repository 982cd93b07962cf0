import { Dots } from '@zendeskgarden/react-loaders';
import styled from 'styled-components';

type ProgressLabelProps = { text: string };

const StyledLabel = styled.span`
  display: inline-flex;
  gap: 8px;
  align-items: center;
`;

/** What a button says while it works. */
export function ProgressLabel({ text }: ProgressLabelProps) {
  return (
    <StyledLabel>
      <Dots size="1.2em" aria-hidden="true" />
      {text}
    </StyledLabel>
  );
}
