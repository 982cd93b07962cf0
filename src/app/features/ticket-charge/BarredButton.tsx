import { getColor } from '@zendeskgarden/react-theming';
import { useId } from 'react';
import styled from 'styled-components';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { FocusableButton } from './FocusableButton';

type BarredButtonProps = { label: string; why: string };

const StyledBarred = styled.div`
  & button,
  & button:hover {
    border-style: dashed;
    border-color: ${({ theme }) => getColor({ theme, variable: 'border.default' })};
    background: none;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
    cursor: not-allowed;
  }
`;

/** What this agent may not do, and why. It can be reached with the keyboard, so that a screen reader tells the reason too. */
export function BarredButton({ label, why }: BarredButtonProps) {
  const whyId = useId();
  return (
    <StyledBarred>
      <FocusableButton aria-disabled="true" aria-describedby={whyId}>
        {label}
      </FocusableButton>
      <SubtleText id={whyId}>{why}</SubtleText>
    </StyledBarred>
  );
}
