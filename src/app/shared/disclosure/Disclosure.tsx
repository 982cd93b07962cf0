import { getColor } from '@zendeskgarden/react-theming';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { Suspense, useId, useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';

type DisclosureProps = {
  heading: string;
  isOpenAtFirst?: boolean;
  /** Made only when it is opened for the first time; it may still have to be loaded then. */
  children: () => ReactNode;
};

const StyledPart = styled.section`
  border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
`;

const StyledHeading = styled.h2`
  margin: 0;
  font-size: inherit;
`;

const StyledToggle = styled.button`
  display: flex;
  justify-content: space-between;
  width: 100%;
  padding: 10px 0;
  border: 0;
  background: none;
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
  font: inherit;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  text-align: start;
  cursor: pointer;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => getColor({ theme, variable: 'border.primaryEmphasis' })};
    outline-offset: -2px;
  }
`;

const StyledArrow = styled.span<{ $isOpen: boolean }>`
  flex: none;
  align-self: flex-start;
  width: 16px;
  line-height: 1.2;
  text-align: center;
  transform: rotate(${({ $isOpen }) => ($isOpen ? 90 : 0)}deg);
`;

const StyledBody = styled.div`
  padding-bottom: 12px;
  &[hidden] {
    display: none;
  }
`;

/** A part of the sidebar that opens in place. What was opened once stays as it was left. */
export function Disclosure({ heading, isOpenAtFirst = false, children }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [wasOpened, setWasOpened] = useState(isOpenAtFirst);
  const bodyId = useId();
  const headingId = useId();
  return (
    <StyledPart aria-labelledby={headingId}>
      <StyledHeading id={headingId}>
        <StyledToggle
          type="button"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => {
            setIsOpen(!isOpen);
            setWasOpened(true);
          }}
        >
          {heading}
          <StyledArrow $isOpen={isOpen} aria-hidden="true">
            ›
          </StyledArrow>
        </StyledToggle>
      </StyledHeading>
      <StyledBody id={bodyId} hidden={!isOpen}>
        {wasOpened && <Suspense fallback={<Skeleton height="20px" />}>{children()}</Suspense>}
      </StyledBody>
    </StyledPart>
  );
}
