import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** Small grey text for what is read second. */
export const SubtleText = styled.p`
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.sm};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  overflow-wrap: anywhere;
`;
