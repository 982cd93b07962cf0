import { unreachable } from '../../../domain/result';
import type { Repair } from '../../../use-cases/ports/deskInspection';
import type { ZendeskClient } from '../buildZendeskClient';
import { toWireId } from '../toWireId';

/**
 * Carries out one repair. Options are added one by one, so that nothing that stands there is sent back and lost; a PUT of a
 * trigger replaces conditions and actions together (zendesk.md 6.1), so both are always sent, with the title that it has.
 */
export async function mendDesk(client: ZendeskClient, repair: Repair): Promise<void> {
  switch (repair.kind) {
    case 'add_options':
      for (const option of repair.options) {
        await client.create(`/api/v2/ticket_fields/${repair.fieldId}/options.json`, {
          custom_field_option: option,
        });
      }
      return;
    case 'set_form_fields':
      await client.write(
        `/api/v2/ticket_forms/${repair.formId}.json`,
        { ticket_form: { ticket_field_ids: repair.fieldIds.map(toWireId) } },
        [],
      );
      return;
    case 'rewrite_trigger':
      await client.write(`/api/v2/triggers/${repair.triggerId}.json`, { trigger: repair.rule }, []);
      return;
    case 'create_trigger': {
      const { title, isActive, conditions, actions } = repair.rule;
      await client.create('/api/v2/triggers.json', {
        trigger: { title, active: isActive, conditions, actions },
      });
      return;
    }
    default:
      return unreachable(repair);
  }
}
