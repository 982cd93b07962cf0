import type { Delivery, SeenWebhook } from '../ports/deskInspection';
import { goesToBridge } from './chooseWebhook';
import type { Judgement } from './judgement';

const STEP = 'webhook';

/** Whether there is one webhook, active, and to this bridge. `ours` are those of the app, best first. */
export function judgeWebhook(ours: readonly SeenWebhook[], bridgeUrl: string | undefined): Judgement[] {
  const [webhook, ...others] = ours;
  if (webhook === undefined) {
    return [
      toProblem(
        'There is no webhook to the bridge.',
        'Install the app, or install it again: the webhook comes with it.',
      ),
    ];
  }
  const problems = [...judgeSettings(webhook), ...judgeEndpoint(webhook, bridgeUrl), ...judgeOthers(others)];
  if (problems.length > 0) return problems;
  return [
    { step: STEP, verdict: 'good', found: `The webhook «${webhook.name}» goes to ${webhook.endpoint}.` },
  ];
}

function judgeSettings({ name, isActive, isPostedJson, isForRules }: SeenWebhook): Judgement[] {
  const judgements: Judgement[] = [];
  if (!isActive) {
    judgements.push(
      toProblem(
        `The webhook «${name}» is switched off: what changes is seen by the sweep alone, within minutes.`,
        'Switch it on again under Apps and integrations, Webhooks.',
      ),
    );
  }
  if (!isPostedJson || !isForRules) {
    judgements.push(
      toProblem(
        `The webhook «${name}» ${isForRules ? 'does not send JSON by POST' : 'cannot be called by triggers'}.`,
        'Install the app again: what it made is put back as it was.',
      ),
    );
  }
  return judgements;
}

function judgeEndpoint(webhook: SeenWebhook, bridgeUrl: string | undefined): Judgement[] {
  const isHere = goesToBridge(webhook, bridgeUrl);
  if (isHere === true) return [];
  if (isHere === undefined) {
    return [
      {
        step: STEP,
        verdict: 'note',
        found: `The webhook «${webhook.name}» goes to ${webhook.endpoint}.`,
        change: 'Compare it with the address of this bridge, or set BRIDGE_URL to have it compared.',
      },
    ];
  }
  return [
    toProblem(
      `The webhook «${webhook.name}» goes to ${webhook.endpoint}, and not to this bridge (BRIDGE_URL).`,
      'Make the package for the right address and upload it again, or correct BRIDGE_URL here.',
    ),
  ];
}

function judgeOthers(others: readonly SeenWebhook[]): Judgement[] {
  const active = others.filter(({ isActive }) => isActive);
  if (active.length === 0) return [];
  const names = active.map(({ id, endpoint }) => `${id} to ${endpoint}`).join(', ');
  return [
    toProblem(
      `There is more than one webhook of the app: ${names}.`,
      'Uninstall the second installation, or switch that webhook off.',
    ),
  ];
}

/** What became of the newest calls: a wrong secret or a bridge that cannot be reached shows there and nowhere else. */
export function judgeDeliveries(deliveries: readonly Delivery[]): Judgement[] {
  const known = deliveries.filter((one) => one !== 'unknown');
  const [newest] = known;
  if (newest === undefined) {
    return [
      {
        step: STEP,
        verdict: 'note',
        found: 'Nothing was sent lately.',
        change: 'Change a ticket and look again.',
      },
    ];
  }
  const failed = known.filter((one) => one !== 'delivered').length;
  const count = `${failed} of the last ${known.length} calls`;
  if (newest === 'refused') {
    return [
      toProblem(
        `The bridge refused ${count}, the newest among them.`,
        'Give the bridge the ZENDESK_WEBHOOK_SECRET that the package was made with.',
      ),
    ];
  }
  if (newest === 'failed') {
    return [
      toProblem(
        `${count} did not come through, the newest among them.`,
        'See that Zendesk can reach the bridge at this address, with a certificate that is believed everywhere.',
      ),
    ];
  }
  if (failed > 0)
    return [{ step: STEP, verdict: 'note', found: `${count} did not come through; the newest did.` }];
  return [{ step: STEP, verdict: 'good', found: `The last ${known.length} calls came through.` }];
}

function toProblem(found: string, change: string): Judgement {
  return { step: STEP, verdict: 'problem', found, change };
}
