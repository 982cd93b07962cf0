import { DEFAULT_THEME, getColor, ThemeProvider } from '@zendeskgarden/react-theming';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { createGlobalStyle } from 'styled-components';

type GardenThemeProps = { colorScheme: 'light' | 'dark'; children: ReactNode };

/** The frame's page takes the theme's colours too, else it would stay a white sheet behind a dark panel. */
const PageStyle = createGlobalStyle`
  html { color-scheme: ${({ theme }) => theme.colors.base}; }
  body {
    margin: 0;
    background-color: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: ${({ theme }) => theme.fontSizes.md};
    line-height: 1.4;
  }
`;

/** Zendesk Garden in light or dark. */
export function GardenTheme({ colorScheme, children }: GardenThemeProps) {
  const theme = useMemo(
    () => ({ ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: colorScheme } }),
    [colorScheme],
  );
  return (
    <ThemeProvider theme={theme}>
      <PageStyle />
      {children}
    </ThemeProvider>
  );
}
