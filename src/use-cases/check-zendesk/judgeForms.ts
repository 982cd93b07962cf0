import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { SeenForm } from '../ports/deskInspection';
import type { FoundField } from './findFields';
import type { Judgement } from './judgement';
import { quote } from './quote';

const STEP = 'forms';

/**
 * Whether agents and clients see the fields: with several forms, Zendesk puts the fields of an app on none of them. On which
 * they belong an admin knows; a field that is on none was chosen by nobody, and goes to the forms of clients.
 */
export function judgeForms(
  found: readonly FoundField[],
  forms: readonly SeenForm[] | undefined,
): Judgement[] {
  const active = (forms ?? []).filter(({ isActive }) => isActive);
  if (active.length === 0) return [toFinding(STEP, 'good', say('forms_not_separate'))];
  const fields = found.flatMap(({ candidates: [field] }) => (field?.isActive ? [field] : []));
  const isOn = (id: string) => active.some(({ fieldIds }) => fieldIds.includes(id));
  const nowhere = fields.filter(({ id }) => !isOn(id));
  const somewhere = fields.filter(({ id }) => isOn(id));
  const missing = active.flatMap(({ name, fieldIds }) => {
    const lacking = somewhere.filter(({ id }) => !fieldIds.includes(id));
    return lacking.length === 0 ? [] : [say('form_lacks', { titles: quote(lacking), form: name })];
  });
  const judgements = nowhere.length === 0 ? [] : judgeNowhere(nowhere, active);
  if (missing.length > 0) {
    const someLack = say('forms_some_lack', { missing: { rows: missing } });
    judgements.push(toFinding(STEP, 'note', someLack, say('forms_put_where_asked')));
  }
  if (judgements.length > 0) return judgements;
  return [toFinding(STEP, 'good', say('forms_good'))];
}

function judgeNowhere(
  fields: readonly { id: string; title: string }[],
  active: readonly SeenForm[],
): Judgement[] {
  const forClients = active.filter(({ isForClients, isDefault }) => isForClients || isDefault);
  return (forClients.length > 0 ? forClients : active).map((form) => ({
    ...toFinding(
      STEP,
      'problem',
      say('forms_nowhere', { titles: quote(fields), form: form.name }),
      say('forms_put'),
    ),
    repair: {
      kind: 'set_form_fields',
      formId: form.id,
      fieldIds: [...form.fieldIds, ...fields.map(({ id }) => id)],
    },
  }));
}
