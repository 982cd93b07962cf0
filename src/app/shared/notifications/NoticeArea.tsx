import { Alert } from '@zendeskgarden/react-notifications';
import { useEffect, useRef } from 'react';
import styled from 'styled-components';
import type { Notice } from './Notice';

type NoticeAreaProps = {
  notice: Notice | undefined;
  /** Takes the keyboard to each new message, for when the button that asked is gone. */
  isFocused?: boolean;
};

const StyledArea = styled.div`
  &:focus {
    outline: none;
  }
  & > :not(:empty) {
    margin-top: 8px;
  }
`;

/**
 * The place where messages appear. Both live regions are in the page before the first message, else screen readers
 * would miss it; an error interrupts, anything else waits until the reader pauses.
 */
export function NoticeArea({ notice, isFocused = false }: NoticeAreaProps) {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notice && isFocused) area.current?.focus();
  }, [notice, isFocused]);
  const message = notice && (
    <Alert type={notice.tone} role="presentation">
      <Alert.Title>{notice.title}</Alert.Title>
      {notice.text}
    </Alert>
  );
  return (
    <StyledArea ref={area} tabIndex={-1}>
      <div role="status">{notice?.tone !== 'error' && message}</div>
      <div role="alert">{notice?.tone === 'error' && message}</div>
    </StyledArea>
  );
}
