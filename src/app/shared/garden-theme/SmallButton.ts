import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';

/** A small button of Garden whose words may take a second line: the column is narrow, and half as wide at 200 % zoom. */
export const SmallButton = styled(Button).attrs({ size: 'small' })`
  && {
    height: auto;
    min-height: 32px;
    padding: 6px 12px;
    line-height: 1.3;
    white-space: normal;
  }
`;
