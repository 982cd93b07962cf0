import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { SeenInstallation } from '../ports/deskInspection';
import type { Judgement } from './judgement';
import { isSameAddress } from './isSameAddress';
import { nameField } from './nameField';

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
  if (own.length === 0) return [toFinding('app', 'note', say('app_absent'), say('app_install'))];
  if (own.length > 1) {
    const several = say('app_several', { count: own.length, names: { and: own.map(nameField) } });
    return [toFinding('app', 'problem', several, say('app_uninstall_others'))];
  }
  return own.map((installation) => judgeInstallation(installation, bridgeUrl));
}

function judgeInstallation(installation: SeenInstallation, bridgeUrl: string | undefined): Judgement {
  const { title, isEnabled, bridgeUrl: given } = installation;
  if (!isEnabled) return toFinding('app', 'note', say('app_off', { title }), say('app_switch_on'));
  if (bridgeUrl !== undefined && given !== undefined && !isSameAddress(given, bridgeUrl)) {
    const elsewhere = say('app_elsewhere', { title, address: given });
    return toFinding('app', 'problem', elsewhere, say('app_enter_address', { address: bridgeUrl }));
  }
  return toFinding('app', 'good', say('app_good', { title }));
}
