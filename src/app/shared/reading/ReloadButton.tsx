import { ActionRow } from '../garden-theme/ActionRow';
import { SmallButton } from '../garden-theme/SmallButton';
import type { Reading } from './useReading';

type ReloadButtonProps = { reading: Reading<unknown>; label: string };

/** Reads again. Not `disabled` meanwhile: that would throw the keyboard off the button. */
export function ReloadButton({ reading, label }: ReloadButtonProps) {
  return (
    <ActionRow style={{ margin: '12px 0' }}>
      <SmallButton
        aria-disabled={reading.isReading}
        onClick={() => {
          if (!reading.isReading) reading.reload();
        }}
      >
        {label}
      </SmallButton>
    </ActionRow>
  );
}
