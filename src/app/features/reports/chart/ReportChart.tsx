import { useEffect, useRef } from 'react';
import styled, { useTheme } from 'styled-components';
import { useAdminI18n } from '../../../shared/i18n/adminI18n';
import type { ReportChartData } from '../picture/ReportPicture';
import { drawChart } from './drawChart';
import { toChartHeight, trimChart } from './trimChart';

type ReportChartProps = { chart: ReportChartData };

const StyledFrame = styled.div`
  position: relative;
  width: 100%;
`;

/**
 * A report as a picture, in the colours of the theme and as wide as there is room. Screen readers get the table below it; so
 * does everybody where the browser gives nothing to draw on.
 */
export function ReportChart({ chart }: ReportChartProps) {
  const { format } = useAdminI18n();
  const theme = useTheme();
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = trimChart(chart);
  // What is drawn is made anew with every rendering; it changes only with its numbers and words.
  const content = JSON.stringify(drawn);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return undefined;
    const picture = drawChart(context, JSON.parse(content) as ReportChartData, {
      theme,
      toText: format.credits,
    });
    return () => picture.destroy();
  }, [content, theme, format]);
  return (
    <StyledFrame aria-hidden="true" style={{ height: toChartHeight(drawn) }}>
      <canvas ref={canvas} />
    </StyledFrame>
  );
}
