import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import type { ReportPicture } from './picture/ReportPicture';

const StyledFigures = styled.dl`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 32px;
  margin: 0 0 16px;
`;

/** The figure stands above its name, as on the sidebar; a list of definitions wants the name first. */
const StyledFigure = styled.div`
  display: flex;
  flex-direction: column-reverse;
  justify-content: flex-end;
`;

const StyledValue = styled.dd`
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.xl};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 1.2;
  overflow-wrap: anywhere;
`;

const StyledLabel = styled.dt`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  color: ${({ theme }) => getColor({ theme, variable: 'foreground.subtle' })};
`;

/** The figures that sum a report up. */
export function ReportFigures({ figures }: Pick<ReportPicture, 'figures'>) {
  return (
    <StyledFigures>
      {figures.map(({ label, value }) => (
        <StyledFigure key={label}>
          <StyledLabel>{label}</StyledLabel>
          <StyledValue>{value}</StyledValue>
        </StyledFigure>
      ))}
    </StyledFigures>
  );
}
