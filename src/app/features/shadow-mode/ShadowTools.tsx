import { Field, Select } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import type { BridgeFailure } from '../../api/BridgeError';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { toFailure } from '../../shared/reading/toFailure';
import { saveFile } from '../../shared/save-file/saveFile';

type ShadowToolsProps = { days: number; onDays: (days: number) => void; readSheet: () => Promise<string> };

const PERIODS = [7, 14, 30, 90];

const StyledTools = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 12px;
  align-items: flex-end;
  margin: 12px 0;
`;

/** From when on tickets count, and the same as a file. */
export function ShadowTools({ days, onDays, readSheet }: ShadowToolsProps) {
  const { t } = useAdminI18n();
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<BridgeFailure>();
  const save = async () => {
    setIsSaving(true);
    try {
      saveFile('support-credits-shadow.csv', await readSheet());
      setFailure(undefined);
    } catch (error) {
      setFailure(toFailure(error));
    }
    setIsSaving(false);
  };
  return (
    <>
      <StyledTools>
        <Field>
          <Field.Label>{t('shadow.period')}</Field.Label>
          <Select isCompact value={days} onChange={(event) => onDays(Number(event.target.value))}>
            {PERIODS.map((count) => (
              <option key={count} value={count}>
                {t('shadow.days', { count })}
              </option>
            ))}
          </Select>
        </Field>
        <SmallButton aria-disabled={isSaving} onClick={() => isSaving || void save()}>
          {isSaving ? t('page.reading') : t('shadow.csv')}
        </SmallButton>
      </StyledTools>
      <SubtleText>{t('shadow.csv_hint')}</SubtleText>
      <NoticeArea
        notice={failure && { tone: 'error', title: t('shadow.csv_failed'), text: t(`failure.${failure}`) }}
      />
    </>
  );
}
