import { Table } from '@zendeskgarden/react-tables';
import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** Below this width the rows are taken apart. */
const NARROW = '(max-width: 640px)';

/** As tall as about a dozen rows; what is longer scrolls. */
export const StyledScroll = styled.div`
  max-height: 480px;
  margin: 16px 0 8px;
  overflow: auto;
`;

/** Numbers in columns that line up, under heads that stay; on a narrow page a list of rows. */
export const StyledTable = styled(Table)`
  caption {
    padding: 0 0 8px;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    text-align: start;
  }
  th,
  td {
    height: auto;
    padding: 6px 12px;
    overflow-wrap: anywhere;
    vertical-align: top;
    font-variant-numeric: tabular-nums;
  }
  th:first-child {
    width: 30%;
    padding-inline-start: 0;
    text-align: start;
  }
  th:not(:first-child),
  td {
    text-align: end;
  }
  tbody th {
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }
  thead th {
    position: sticky;
    top: 0;
    background-color: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
  }
  @media ${NARROW} {
    &,
    caption,
    tbody,
    tr,
    tbody th {
      display: block;
    }
    td {
      display: flex;
      justify-content: space-between;
      gap: 12px;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      height: auto;
      padding: 6px 0;
    }
    tbody th:first-child,
    td {
      width: auto;
      padding: 1px 0;
    }
    tbody th {
      font-weight: ${({ theme }) => theme.fontWeights.semibold};
    }
  }
`;

/** What a number is, before it, where the heads are not seen. */
export const StyledCellName = styled.span`
  display: none;
  @media ${NARROW} {
    display: inline;
    text-align: start;
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
  }
`;
