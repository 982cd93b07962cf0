import type { PanelFault } from '../document/readFault';

/** Why the panel lets nobody in or gives nothing yet, and what the operator does about it. */
export type Refusal = { code: string; retry: boolean; advice: string };

const isNamed = ({ type, object }: PanelFault, name: string) => type === name || object === name;

const isAboutLogin = ({ type }: PanelFault) => type === 'auth' || type === 'access';

/**
 * The one table of refusals, the closest first. Type and object decide wherever the panel gives them (billmanager.md
 * 1.4); words only for the three refusals that have no confirmed type, and in English, because every call asks for it.
 */
const REFUSALS: readonly (Refusal & { matches(fault: PanelFault): boolean })[] = [
  {
    code: 'billing_busy',
    retry: true,
    advice: 'the same request is still running there, it is asked again later',
    matches: ({ message }) => /request (is )?in process/i.test(message),
  },
  {
    code: 'billing_captcha',
    retry: false,
    advice:
      'it asks for a CAPTCHA at the login: set BILLMANAGER_LOGIN=authinfo, or switch the CAPTCHA off in BILLmanager for the address of the bridge',
    matches: (fault) => isNamed(fault, 'captcha_verification_failed'),
  },
  {
    code: 'billing_ip_refused',
    retry: false,
    advice:
      'the service user may not come from the address of the bridge: in its user settings in BILLmanager, «Access to control panel», add that address or choose «From any IP», and switch «Bind session to IP» off when the bridge has several addresses',
    matches: (fault) => isNamed(fault, 'badip') || /access from this ip (is )?denied/i.test(fault.message),
  },
  {
    code: 'billing_authinfo_restricted',
    retry: false,
    advice:
      'authinfo may not be used from the address of the bridge: in BILLmanager, Settings, Authorization settings, add that address to the white list of «Restrict use of authinfo», or set BILLMANAGER_LOGIN=session',
    // The type of this refusal is not documented; what it is about is.
    matches: (fault) => isAboutLogin(fault) && /authinfo/i.test(`${fault.object ?? ''} ${fault.message}`),
  },
  {
    code: 'billing_bad_password',
    retry: false,
    advice:
      'set BILLMANAGER_AUTHINFO to login and password of the service user, or give that user in BILLmanager the password that is set',
    matches: (fault) => isNamed(fault, 'badpassword'),
  },
  {
    code: 'billing_unauthorized',
    retry: false,
    advice:
      'give the service user, or its department, the right to this function in BILLmanager, or remove the function from what is read',
    matches: ({ type }) => type === 'access',
  },
  {
    code: 'billing_unauthorized',
    retry: false,
    advice:
      'it gave no closer reason: check that the service user can log in to BILLmanager, and Settings, Authorization settings, «Restrict use of authinfo» there',
    matches: ({ type }) => type === 'auth',
  },
];

/** Undefined: the error is about what was asked, not about who asks. */
export function findRefusal(fault: PanelFault): Refusal | undefined {
  return REFUSALS.find((refusal) => refusal.matches(fault));
}
