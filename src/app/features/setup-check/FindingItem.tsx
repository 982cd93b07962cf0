import { getColor } from '@zendeskgarden/react-theming';
import { Anchor } from '@zendeskgarden/react-buttons';
import { Span } from '@zendeskgarden/react-typography';
import styled from 'styled-components';
import type { SetupCheck } from '../../../contract/setupCheck';
import { useSetupI18n } from '../../shared/i18n/setupI18n';
import { useSayings } from './useSayings';
import { VerdictTag } from './VerdictTag';

type FindingItemProps = {
  finding: SetupCheck['findings'][number];
  /** Undefined: it is not known, and there is no link. */
  accountAddress: string | undefined;
};

const StyledItem = styled.li`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  padding: 12px 0;
  border-top: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.subtle' })};
`;

const StyledVerdict = styled.div`
  flex: 0 0 136px;
`;

const StyledText = styled.div`
  flex: 1 1 240px;
  min-width: 0;
  overflow-wrap: anywhere;
  p {
    margin: 4px 0 0;
  }
`;

/** What one step found, what to change, and the way to where it is changed. */
export function FindingItem({ finding, accountAddress }: FindingItemProps) {
  const { t, format } = useSetupI18n();
  const speak = useSayings();
  const { step, verdict, found, change, place } = finding;
  const isLeft = verdict !== 'good' && verdict !== 'skipped';
  return (
    <StyledItem>
      <StyledVerdict>
        <VerdictTag verdict={verdict} />
      </StyledVerdict>
      <StyledText>
        <Span isBold>{format.sentence(t(`step.${step}`))}</Span>
        <p>{speak(found)}</p>
        {change.length > 0 && (
          <p>
            {/* Of what is good it is advice: nothing has to be changed. */}
            {verdict !== 'good' && <Span isBold>{t('checks.change')} </Span>}
            {speak(change)}
          </p>
        )}
        {isLeft && place !== null && accountAddress !== undefined && (
          <p>
            <Anchor href={accountAddress + place} target="_blank" rel="noopener">
              {t('checks.place')}
              <Span hidden> {t('checks.new_tab')}</Span>
            </Anchor>
          </p>
        )}
      </StyledText>
    </StyledItem>
  );
}
