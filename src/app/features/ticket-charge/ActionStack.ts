import styled from 'styled-components';

/** Buttons under each other: sentences of two languages do not fit beside each other in 320 px. */
export const ActionStack = styled.div`
  display: grid;
  gap: 8px;
  margin-top: 8px;
  &[hidden] {
    display: none;
  }
  & button + p {
    margin: 2px 4px 0;
  }
`;
