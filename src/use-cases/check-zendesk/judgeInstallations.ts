import type { SeenInstallation } from '../ports/deskInspection';
import type { Judgement } from './judgement';
import { isSameAddress } from './isSameAddress';

/** The field by which an installation is known to be one of this app, whatever it is called there. */
const OWN = { kind: 'ticket_fields', identifier: 'credit_action' };

/** The installations of this app among all. */
export function findOwn(installations: readonly SeenInstallation[]): SeenInstallation[] {
  return installations.filter(({ made }) =>
    made.some(({ kind, identifier }) => kind === OWN.kind && identifier === OWN.identifier),
  );
}

/** Whether the app is installed, once, switched on, and looks for this bridge. `bridgeUrl` undefined: not told. */
export function judgeInstallations(
  own: readonly SeenInstallation[],
  bridgeUrl: string | undefined,
): Judgement[] {
  if (own.length === 0) {
    return [
      {
        step: 'app',
        verdict: 'note',
        found: 'The app is not among the installed apps, or Zendesk does not say what it made.',
        change: 'Install it, unless its fields, triggers and webhook were made by hand.',
      },
    ];
  }
  if (own.length > 1) {
    const names = own.map(({ id, title }) => `«${title}» (${id})`).join(' and ');
    return [
      {
        step: 'app',
        verdict: 'problem',
        found: `The app is installed ${own.length} times: ${names}.`,
        change:
          'Uninstall all but one. Its fields go with it, and with them what they say on old tickets: keep the installation whose fields are named below.',
      },
    ];
  }
  return own.map((installation) => judgeInstallation(installation, bridgeUrl));
}

function judgeInstallation(installation: SeenInstallation, bridgeUrl: string | undefined): Judgement {
  const { title, isEnabled, bridgeUrl: given } = installation;
  if (!isEnabled) {
    return {
      step: 'app',
      verdict: 'note',
      found: `The app «${title}» is installed and switched off: agents see no sidebar.`,
      change: 'Switch it on under Zendesk Support apps, unless that is wanted.',
    };
  }
  if (bridgeUrl !== undefined && given !== undefined && !isSameAddress(given, bridgeUrl)) {
    return {
      step: 'app',
      verdict: 'problem',
      found: `The app «${title}» looks for the bridge at ${given}.`,
      change: `Enter ${bridgeUrl} in the settings of the app, or correct BRIDGE_URL here.`,
    };
  }
  return { step: 'app', verdict: 'good', found: `The app «${title}» is installed once and switched on.` };
}
