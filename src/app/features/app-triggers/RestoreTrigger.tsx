import { useEffect, useId, useRef, useState } from 'react';
import styled from 'styled-components';
import type { AppTrigger } from '../../../contract/triggers';
import { ActionRow } from '../../shared/garden-theme/ActionRow';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';

const StyledQuestion = styled.div`
  margin-top: 12px;
`;

type RestoreTriggerProps = { trigger: AppTrigger; onConfirm: () => Promise<void> };

/** Puts the shipped content back, once it is said what that overwrites and confirmed in place; Escape cancels. */
export function RestoreTrigger({ trigger, onConfirm }: RestoreTriggerProps) {
  const { t } = useAdminI18n();
  const [step, setStep] = useState<'idle' | 'asking' | 'writing'>('idle');
  const { seen, differences, canRestore } = trigger;
  const isWanted = seen === null || differences.some((part) => part !== 'order');
  if (!isWanted && step === 'idle') return null;
  if (!canRestore) return <p>{t('triggers.cannot_restore')}</p>;
  if (step === 'idle') {
    return (
      <ActionRow style={{ marginTop: 8 }}>
        <SmallButton onClick={() => setStep('asking')}>
          {seen === null ? t('triggers.make') : t('triggers.restore')}
        </SmallButton>
      </ActionRow>
    );
  }
  const confirm = async () => {
    setStep('writing');
    await onConfirm();
    setStep('idle');
  };
  return (
    <RestoreQuestion
      trigger={trigger}
      isWriting={step === 'writing'}
      onConfirm={() => void confirm()}
      onCancel={() => setStep('idle')}
    />
  );
}

type QuestionProps = {
  trigger: AppTrigger;
  isWriting: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

function RestoreQuestion({ trigger, isWriting, onConfirm, onCancel }: QuestionProps) {
  const speech = useAdminI18n();
  const { t } = speech;
  const [questionId, listId] = [useId(), useId()];
  const button = useRef<HTMLButtonElement>(null);
  // The button that asked is gone, and the keyboard with it.
  useEffect(() => button.current?.focus(), []);
  return (
    <StyledQuestion
      role="group"
      aria-labelledby={questionId}
      aria-describedby={listId}
      onKeyDown={(event) => event.key === 'Escape' && !isWriting && onCancel()}
    >
      <strong id={questionId}>{t('triggers.question')}</strong>
      <div id={listId}>
        {toConsequences(trigger, speech).map((sentence) => (
          <SubtleText key={sentence}>{sentence}</SubtleText>
        ))}
      </div>
      <ActionRow>
        {/* Not `disabled` while it works: that would throw the keyboard out of the place. */}
        <SmallButton
          ref={button}
          isPrimary={!isWriting}
          aria-disabled={isWriting}
          onClick={() => isWriting || onConfirm()}
        >
          {isWriting ? t('triggers.writing') : t('action.confirm')}
        </SmallButton>
        {!isWriting && <SmallButton onClick={onCancel}>{t('action.cancel')}</SmallButton>}
      </ActionRow>
    </StyledQuestion>
  );
}

/** Exactly what restoring writes, and what it leaves. */
function toConsequences({ seen, shipped, differences }: AppTrigger, { t }: AdminSpeech): string[] {
  if (seen === null) return [t('triggers.overwrites.made')];
  const has = (part: (typeof differences)[number]) => differences.includes(part);
  return [
    ...(has('title') ? [t('triggers.overwrites.title', { title: shipped.title })] : []),
    ...(has('active') ? [shipped.isActive ? t('triggers.overwrites.on') : t('triggers.overwrites.off')] : []),
    ...(has('conditions') || has('actions') ? [t('triggers.overwrites.rules')] : []),
    t('triggers.overwrites.place_stays'),
  ];
}
