import { parseAmountCents } from '../../state/money';
import { PROJECTS } from '../../state/projects';
import { readSupportRules, saveSupportRules, SUPPORT_RULE_NAMES } from '../../state/supportRules';
import { toColumn } from '../../wire/columns';
import { buildSavedDocument, wrapInEnvelope } from '../../wire/envelope';
import type { BillingFunction } from '../billingFunction';
import { buildBadValue, buildMissed } from '../formErrors';

/** The form that says for what a provider gives incidents, to look at and to save (billmanager.md 6). */
export const PROJECT_SUPPORT: BillingFunction = {
  level: 29,
  answer: (call) => {
    const { elid = '', sok } = call.params;
    const { store } = call.billing;
    if (!PROJECTS.some((project) => project.id === elid)) return buildMissed(call, 'project', elid);
    if (sok === undefined) {
      const fields = Object.entries(readSupportRules(store, elid));
      return wrapInEnvelope(call, {
        elid: { $: elid },
        ...Object.fromEntries(fields.map(([name, value]) => [name, toColumn(value)])),
      });
    }
    const given = SUPPORT_RULE_NAMES.flatMap((name): [string, string][] => {
      const value = call.params[name];
      return value === undefined ? [] : [[name, value]];
    });
    const wrong = given.find(([name, value]) => !isGood(name, value));
    if (wrong !== undefined) return buildBadValue(call, wrong[0]);
    saveSupportRules(store, elid, Object.fromEntries(given));
    return buildSavedDocument(call);
  },
};

function isGood(name: string, value: string): boolean {
  if (name.endsWith('_count')) return /^\d{1,6}$/.test(value);
  if (name.endsWith('_amount')) return parseAmountCents(value) !== undefined;
  return ['on', 'off', ''].includes(value);
}
