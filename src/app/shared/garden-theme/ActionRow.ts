import styled from 'styled-components';

/** Small buttons beside each other, onto the next line where they do not fit. */
export const ActionRow = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin: 4px 0 8px;
`;
