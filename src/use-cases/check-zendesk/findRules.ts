import type { RuleAction, SeenInstallation, SeenRule, WantedRule } from '../ports/deskInspection';

/** A rule that the app asks for, and what stands for it: what an installation made first, then active ones. */
export type FoundRule = { wanted: WantedRule; candidates: SeenRule[] };

/** «Support credits · 4 ·»: the part of a trigger's title that stays when the words behind it are reworded. */
const NUMBERED = /^.+ · \d+ · /;

const ACTION_TAG = /\bcredit_action_\w+/;

/**
 * Rules are known by what an installation made of them, so that people may reword their titles; without that by their title,
 * or its number, or by the action that a macro asks for.
 */
export function findRules(
  kind: 'triggers' | 'macros' | 'views',
  wanted: readonly WantedRule[],
  seen: readonly SeenRule[],
  installations: readonly SeenInstallation[],
): FoundRule[] {
  const made = installations.flatMap((installation) => installation.made).filter((one) => one.kind === kind);
  return wanted.map((rule) => {
    const madeIds = new Set(
      made.flatMap(({ identifier, id }) => (identifier === rule.identifier ? [id] : [])),
    );
    const rank = ({ id, isActive }: SeenRule) => 2 * Number(madeIds.has(id)) + Number(isActive);
    const isOthers = ({ id }: SeenRule) => made.some((one) => one.id === id) && !madeIds.has(id);
    return {
      wanted: rule,
      candidates: seen
        .filter((one) => madeIds.has(one.id) || (!isOthers(one) && looksLike(one, rule)))
        .sort((one, other) => rank(other) - rank(one)),
    };
  });
}

function looksLike(seen: SeenRule, wanted: WantedRule): boolean {
  const number = NUMBERED.exec(wanted.title)?.[0];
  if (number !== undefined) return seen.title.startsWith(number);
  const tag = findActionTag(wanted.actions);
  return seen.title === wanted.title || (tag !== undefined && findActionTag(seen.actions) === tag);
}

function findActionTag(actions: readonly RuleAction[]): string | undefined {
  const tags = actions.filter(({ field }) => field === 'current_tags').map(({ value }) => String(value));
  return ACTION_TAG.exec(tags.join(' '))?.[0];
}
