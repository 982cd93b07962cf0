import { Tag } from '@zendeskgarden/react-tags';
import styled from 'styled-components';
import type { Verdict } from '../../../domain/setup/steps';
import { useSetupI18n } from '../../shared/i18n/setupI18n';

const HUES: Readonly<Record<Verdict, string>> = {
  problem: 'red',
  note: 'yellow',
  skipped: 'grey',
  mended: 'green',
  good: 'green',
};

/** Drawn in 12 by 12, so that a verdict is told by its form too. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  problem: 'M3 3l6 6M9 3l-6 6',
  note: 'M6 2v5M6 9v1',
  skipped: 'M2.5 6h7',
  mended: 'M2.5 6.5l2.5 2.5 4.5-6',
  good: 'M2.5 6.5l2.5 2.5 4.5-6',
};

/** One child of the tag: of several, Garden cuts all but the first short. */
const StyledWord = styled.span`
  display: inline-flex;
  gap: 4px;
  align-items: center;
`;

/** A verdict in a word, a form and a colour. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { t } = useSetupI18n();
  return (
    <Tag hue={HUES[verdict]} isPill size="medium">
      <StyledWord>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path
            d={SHAPES[verdict]}
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {t(`verdict.${verdict}`)}
      </StyledWord>
    </Tag>
  );
}
