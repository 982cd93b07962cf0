import type { SimMacro } from '../entities/SimMacro';

export function toWireMacro(macro: SimMacro, baseUrl: string): Record<string, unknown> {
  return {
    url: `${baseUrl}/api/v2/macros/${String(macro.id)}.json`,
    ...macro,
    raw_title: macro.title,
    default: false,
  };
}
