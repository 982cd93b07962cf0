import type { SetupCheck, SetupSystem } from '../../contract/setupCheck';
import { toFinding } from '../../domain/setup/finding';
import type { Finding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { Saying } from '../../domain/setup/saying';
import { BILLING_STEPS, DESK_STEPS } from '../../domain/setup/steps';
import type { SetupStep } from '../../domain/setup/steps';
import type { DeskInspection } from '../ports/deskInspection';
import type { Collected } from './collectFindings';

const STEPS = { zendesk: DESK_STEPS, billing: BILLING_STEPS } as const;

/** What leaves the host of a check: steps that were not come to are told as skipped, and details stay here. */
export function toSetupCheck(checked: {
  system: SetupSystem;
  checkedAt: string;
  findings: Collected['findings'];
  isWhole: boolean;
  places: DeskInspection['places'];
}): SetupCheck {
  const { system, checkedAt, findings, isWhole, places } = checked;
  const all = isWhole ? findings : [...findings, ...listLeft(system, findings)];
  const known: Readonly<Partial<Record<SetupStep, string>>> = places;
  return {
    system,
    checkedAt,
    findings: all.map(({ step, verdict, found, change }) => ({
      step,
      verdict,
      found: found.map(withoutDetail),
      change: change.map(withoutDetail),
      place: known[step] ?? null,
    })),
  };
}

function listLeft(system: SetupSystem, findings: readonly Finding[]): Finding[] {
  const taken = new Set<SetupStep>(findings.map(({ step }) => step));
  return STEPS[system]
    .filter((step) => !taken.has(step))
    .map((step) => toFinding(step, 'skipped', say('not_in_time')));
}

function withoutDetail({ code, values }: Saying): Saying {
  return { code, values };
}
