import { LG } from '@zendeskgarden/react-typography';
import { useId } from 'react';
import styled from 'styled-components';
import type { SetupCheck, SetupSystem } from '../../../contract/setupCheck';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useSetupI18n } from '../../shared/i18n/setupI18n';
import { ReadingView } from '../../shared/reading/ReadingView';
import { useReading } from '../../shared/reading/useReading';
import { FindingList } from './FindingList';
import { summarize } from './summarize';

type SystemChecksProps = {
  system: SetupSystem;
  check: () => Promise<SetupCheck>;
  /** Hears that a new look was asked for. */
  onAgain: () => void;
  accountAddress: string | undefined;
};

const StyledSection = styled.section`
  margin-top: 32px;
`;

const StyledHead = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  align-items: center;
  justify-content: space-between;
  margin-bottom: 12px;
`;

/**
 * What a look at one system found, and the button that looks again. What it came to is said in words above the list, which a
 * screen reader hears again after each look; the button keeps the keyboard.
 */
export function SystemChecks({ system, check, onAgain, accountAddress }: SystemChecksProps) {
  const { t, format } = useSetupI18n();
  const headingId = useId();
  const reading = useReading(['setup', system], check);
  const { data, isReading, reload } = reading;
  const lookAgain = () => {
    reload();
    onAgain();
  };
  return (
    <StyledSection aria-labelledby={headingId}>
      <StyledHead>
        <div>
          <LG tag="h2" isBold id={headingId}>
            {t(`checks.system.${system}`)}
          </LG>
          <div role="status">
            {data !== undefined && (
              <SubtleText>
                {isReading
                  ? t('checks.checking')
                  : t('checks.checked', { summary: summarize(data, t), time: format.time(data.checkedAt) })}
              </SubtleText>
            )}
          </div>
        </div>
        {data !== undefined && (
          <SmallButton
            aria-disabled={isReading}
            onClick={isReading ? undefined : lookAgain}
            aria-describedby={headingId}
          >
            {isReading ? t('checks.checking') : t('checks.again')}
          </SmallButton>
        )}
      </StyledHead>
      <ReadingView reading={reading} barCount={8}>
        {({ findings }) => <FindingList findings={findings} accountAddress={accountAddress} />}
      </ReadingView>
    </StyledSection>
  );
}
