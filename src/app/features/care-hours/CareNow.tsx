import styled from 'styled-components';
import { getColor } from '@zendeskgarden/react-theming';
import type { ClientView } from '../../../contract/creditsView';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useI18n } from '../../shared/i18n/useI18n';

type CareNowProps = { care: ClientView['care']; now: string };

const StyledDot = styled.span<{ $isOpen: boolean }>`
  display: inline-block;
  width: 8px;
  height: 8px;
  margin-inline-end: 6px;
  border-radius: 50%;
  background-color: ${({ theme, $isOpen }) =>
    getColor({ theme, variable: $isOpen ? 'foreground.success' : 'foreground.subtle' })};
`;

/** Whether client care is open now, and when that changes, in the agent's own time. */
export function CareNow({ care: { isOpen, changesAt }, now }: CareNowProps) {
  const { t, format } = useI18n();
  const when = changesAt === null ? undefined : format.soon(changesAt, now);
  return (
    <SubtleText>
      {/* The dot repeats the words for the eye. */}
      <StyledDot $isOpen={isOpen} aria-hidden="true" />
      {isOpen
        ? when === undefined
          ? t('care.always_open')
          : t('care.open', { when })
        : when === undefined
          ? t('care.always_closed')
          : t('care.closed', { when })}
    </SubtleText>
  );
}
