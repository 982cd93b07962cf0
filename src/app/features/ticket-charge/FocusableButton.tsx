import { Button } from '@zendeskgarden/react-buttons';
import { useEffect, useRef } from 'react';
import type { ComponentProps } from 'react';

type FocusableButtonProps = ComponentProps<typeof Button> & {
  /** Takes the keyboard when the button appears, because the one that had it went away. */
  isFocusedAtFirst?: boolean;
};

/** A small stretched button of the action list. */
export function FocusableButton({ isFocusedAtFirst = false, ...props }: FocusableButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocusedAtFirst) button.current?.focus();
  }, [isFocusedAtFirst]);
  return <Button ref={button} size="small" isStretched {...props} />;
}
