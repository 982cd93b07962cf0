import { getColor } from '@zendeskgarden/react-theming';
import { Span } from '@zendeskgarden/react-typography';
import { useId } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';

type SectionProps = {
  /** Names the part for screen readers, and for everyone unless it is hidden. */
  heading: string;
  isHeadingHidden?: boolean;
  children: ReactNode;
};

const StyledSection = styled.section`
  padding: 12px 0;
  border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
  &:first-child {
    padding-top: 0;
    border-top: 0;
  }
  &:last-child {
    padding-bottom: 0;
  }
`;

const StyledHeading = styled.h2`
  margin: 0 0 8px;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

/** One part of the sidebar, parted from the one above by a thin line. */
export function Section({ heading, isHeadingHidden = false, children }: SectionProps) {
  const headingId = useId();
  return (
    <StyledSection aria-labelledby={headingId}>
      {isHeadingHidden ? (
        <Span hidden tag="h2" id={headingId}>
          {heading}
        </Span>
      ) : (
        <StyledHeading id={headingId}>{heading}</StyledHeading>
      )}
      {children}
    </StyledSection>
  );
}
