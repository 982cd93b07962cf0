import { useEffect, useRef } from 'react';
import type { ComponentProps } from 'react';
import { SmallButton } from '../../shared/garden-theme/SmallButton';

type FocusableButtonProps = ComponentProps<typeof SmallButton> & {
  /** Takes the keyboard when the button appears, because the one that had it went away. */
  isFocusedAtFirst?: boolean;
};

/** A small stretched button of the action list. */
export function FocusableButton({ isFocusedAtFirst = false, ...props }: FocusableButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocusedAtFirst) button.current?.focus();
  }, [isFocusedAtFirst]);
  return <SmallButton ref={button} isStretched {...props} />;
}
