import { Liquid, LiquidError } from 'liquidjs';
import { readPlaceholders } from './readPlaceholders';
import type { TriggerRun } from './TriggerRun';

const MAX_RENDER_MS = 1000;
const liquid = new Liquid({ ownPropertyOnly: true, renderLimit: MAX_RENDER_MS });

/**
 * Fills in placeholders. Text is put in as it is, with no escaping for JSON: zendesk.md 6.5 leaves the escaping
 * open, and this is the worse of the two cases. A template that is not Liquid stays as written.
 */
export function renderPlaceholders(template: string, run: TriggerRun): string {
  try {
    return String(liquid.parseAndRenderSync(template, readPlaceholders(run)));
  } catch (error) {
    if (error instanceof LiquidError) return template;
    throw error;
  }
}
