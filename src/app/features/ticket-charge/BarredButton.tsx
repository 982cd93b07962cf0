import { useId } from 'react';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { FocusableButton } from './FocusableButton';

type BarredButtonProps = { label: string; why: string };

/** What this agent may not do, and why. It can be reached with the keyboard, so that a screen reader tells the reason too. */
export function BarredButton({ label, why }: BarredButtonProps) {
  const whyId = useId();
  return (
    <div>
      <FocusableButton aria-disabled="true" aria-describedby={whyId}>
        {label}
      </FocusableButton>
      <SubtleText id={whyId}>{why}</SubtleText>
    </div>
  );
}
