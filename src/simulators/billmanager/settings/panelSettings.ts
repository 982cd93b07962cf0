import { SimulatorInputError } from '../../kit/control';

/** How the panel is set up; nothing set is a panel without a surprise (billmanager.md 1.1, 1.2, 2). */
export type PanelSettings = {
  /** The only addresses from which `authinfo` is taken; an empty list takes it from nowhere. */
  authinfoFrom?: string[];
  /** Addresses whose every call is refused. */
  deniedAddresses?: string[];
  /** `func=auth` asks for a CAPTCHA, which no program can solve; `authinfo` still works. */
  captcha?: boolean;
  /** The service user has a second factor, and this is the code that it takes. */
  totp?: string;
  /** Functions the service user has no right to. */
  deniedFunctions?: string[];
  /** Columns that are left out of lists; forms show them. */
  hiddenColumns?: string[];
  /** A stored filter narrows a list even when the call brings a filter of its own. */
  mixesFilters?: boolean;
  /** `<func>.filter` with `sok=ok` and an `out` stores nothing. */
  filterFormOnlyEchoes?: boolean;
  /** A list of one row shows it as an object instead of an array. */
  singleRowAsObject?: boolean;
  /** Empty columns are left out instead of being `{}`. */
  omitsEmptyColumns?: boolean;
  /** `error.msg` is an array. */
  errorMessageAsArray?: boolean;
  /** Amounts name their currency by its sign: `12.34 €`, `5.00 $`, `49.99 руб.`. */
  moneySigns?: boolean;
};

const TEXTS = 'a list of texts';
const FLAG = 'true or false';

const CHECKS: Record<keyof PanelSettings, { isGood(value: unknown): boolean; wants: string }> = {
  authinfoFrom: { isGood: isTextList, wants: TEXTS },
  deniedAddresses: { isGood: isTextList, wants: TEXTS },
  captcha: { isGood: isFlag, wants: FLAG },
  totp: {
    isGood: (value) => typeof value === 'string' && /^\d{6}$/.test(value),
    wants: 'six digits as a text',
  },
  deniedFunctions: { isGood: isTextList, wants: TEXTS },
  hiddenColumns: { isGood: isTextList, wants: TEXTS },
  mixesFilters: { isGood: isFlag, wants: FLAG },
  filterFormOnlyEchoes: { isGood: isFlag, wants: FLAG },
  singleRowAsObject: { isGood: isFlag, wants: FLAG },
  omitsEmptyColumns: { isGood: isFlag, wants: FLAG },
  errorMessageAsArray: { isGood: isFlag, wants: FLAG },
  moneySigns: { isGood: isFlag, wants: FLAG },
};

/** Reads the body of `/_control/settings`; throws SimulatorInputError that names every problem at once. */
export function parsePanelSettings(body: unknown): PanelSettings {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new SimulatorInputError('Settings are a JSON object; {} goes back to the usual ones.');
  }
  const problems = Object.entries(body).flatMap(([name, value]) => {
    if (!isSettingName(name)) return [`"${name}" is not a setting (${Object.keys(CHECKS).join(', ')})`];
    return CHECKS[name].isGood(value) ? [] : [`"${name}" wants ${CHECKS[name].wants}`];
  });
  if (problems.length > 0) throw new SimulatorInputError(`${problems.join('; ')}.`);
  return { ...body };
}

function isSettingName(name: string): name is keyof PanelSettings {
  return Object.hasOwn(CHECKS, name);
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
