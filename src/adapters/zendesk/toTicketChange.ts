import type { DeskTicketUpdate } from '../../use-cases/ports/desk';
import type { FieldIds } from './buildFieldCatalog';
import { CREDIT_PREFIX } from './toDeskTicket';
import { toWireId } from './toWireId';

/**
 * The body of a safe update (zendesk.md 8.2): fields, note and status in one call, refused by Zendesk when the ticket changed
 * after `expectedUpdatedAt`. Only fields that change are named, others keep their values; the credits left are not written where the
 * account has no field for them.
 */
export function toTicketChange(
  update: DeskTicketUpdate,
  fieldIds: FieldIds,
): { ticket: Record<string, unknown> } {
  const { creditState, creditsLeft, clearAction, privateNote, status } = update;
  const credit = creditState && { id: toWireId(fieldIds.credit), value: `${CREDIT_PREFIX}${creditState}` };
  const action = clearAction ? { id: toWireId(fieldIds.action), value: null } : undefined;
  const left =
    fieldIds.creditsLeft === undefined || creditsLeft === undefined
      ? undefined
      : { id: toWireId(fieldIds.creditsLeft), value: creditsLeft === null ? null : String(creditsLeft) };
  const customFields = [credit, left, action].filter((field) => field !== undefined);
  return {
    ticket: {
      ...(customFields.length > 0 ? { custom_fields: customFields } : {}),
      ...(privateNote === undefined ? {} : { comment: { body: privateNote, public: false } }),
      ...(status === undefined ? {} : { status }),
      safe_update: true,
      updated_stamp: update.expectedUpdatedAt,
    },
  };
}
