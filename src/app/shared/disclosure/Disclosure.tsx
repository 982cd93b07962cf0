import { getColor } from '@zendeskgarden/react-theming';
import { Button } from '@zendeskgarden/react-buttons';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { SubtleText } from '../garden-theme/SubtleText';

type DisclosureProps = {
  heading: string;
  /** Stands at the end of the heading: how much there is. */
  badge?: ReactNode;
  /** A sentence under the heading, which is there also while the part is closed. */
  note?: string;
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

/** Garden's button, as wide as the panel and as quiet as a heading. */
const StyledToggle = styled(Button)`
  &&& {
    display: flex;
    justify-content: space-between;
    height: auto;
    padding: 10px 0;
    border: 0;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font-size: inherit;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
    line-height: inherit;
    text-align: start;
    white-space: normal;
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

/** Keeps a badge off the words, at the end of the line. */
const StyledWords = styled.span`
  flex: 1;
  padding-inline-end: 8px;
`;

const StyledNote = styled(SubtleText)`
  margin: 0 0 10px;
  padding-inline-end: 16px;
`;

const StyledBody = styled.div`
  padding-bottom: 12px;
  &[hidden] {
    display: none;
  }
`;

/** A part of a page that opens in place. What was opened once stays as it was left. */
export function Disclosure({ heading, badge, note, isOpenAtFirst = false, children }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [wasOpened, setWasOpened] = useState(isOpenAtFirst);
  const bodyId = useId();
  const headingId = useId();
  return (
    <StyledPart aria-labelledby={headingId}>
      <StyledHeading id={headingId}>
        <StyledToggle
          isBasic
          isStretched
          focusInset
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => {
            setIsOpen(!isOpen);
            setWasOpened(true);
          }}
        >
          {badge === undefined ? heading : <StyledWords>{heading}</StyledWords>}
          {badge}
          <StyledArrow $isOpen={isOpen} aria-hidden="true">
            ›
          </StyledArrow>
        </StyledToggle>
      </StyledHeading>
      {note !== undefined && <StyledNote>{note}</StyledNote>}
      <StyledBody id={bodyId} hidden={!isOpen}>
        {wasOpened && children()}
      </StyledBody>
    </StyledPart>
  );
}
