import type { SeenForm } from '../ports/deskInspection';
import type { FoundField } from './findFields';
import type { Judgement } from './judgement';

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
  if (active.length === 0) {
    return [{ step: STEP, verdict: 'good', found: 'There are no separate forms: every field is shown.' }];
  }
  const fields = found.flatMap(({ candidates: [field] }) => (field?.isActive ? [field] : []));
  const isOn = (id: string) => active.some(({ fieldIds }) => fieldIds.includes(id));
  const nowhere = fields.filter(({ id }) => !isOn(id));
  const somewhere = fields.filter(({ id }) => isOn(id));
  const missing = active.flatMap(({ name, fieldIds }) => {
    const titles = somewhere.filter(({ id }) => !fieldIds.includes(id)).map(({ title }) => `«${title}»`);
    return titles.length === 0 ? [] : [`${titles.join(', ')} on «${name}»`];
  });
  const judgements = nowhere.length === 0 ? [] : judgeNowhere(nowhere, active);
  if (missing.length > 0) {
    judgements.push({
      step: STEP,
      verdict: 'note',
      found: `Not on every form: ${missing.join('; ')}.`,
      change: 'Put them there where clients can ask technical support by this form.',
    });
  }
  if (judgements.length > 0) return judgements;
  return [{ step: STEP, verdict: 'good', found: 'The fields are on every form.' }];
}

function judgeNowhere(
  fields: readonly { id: string; title: string }[],
  active: readonly SeenForm[],
): Judgement[] {
  const titles = fields.map(({ title }) => `«${title}»`).join(', ');
  const forClients = active.filter(({ isForClients, isDefault }) => isForClients || isDefault);
  return (forClients.length > 0 ? forClients : active).map((form) => ({
    step: STEP,
    verdict: 'problem',
    found: `On no form: ${titles}. «${form.name}» is one that should have them.`,
    change:
      'Put them on the forms for support under Objects and rules, Tickets, Forms, or let --repair do it.',
    repair: {
      kind: 'set_form_fields',
      formId: form.id,
      fieldIds: [...form.fieldIds, ...fields.map(({ id }) => id)],
    },
  }));
}
