import type { IGardenTheme } from '@zendeskgarden/react-theming';

declare module 'styled-components' {
  /** Own styles see Garden's theme with its type. */
  export interface DefaultTheme extends IGardenTheme {
    rtl: boolean;
  }
}
