/** The currencies of the simulated providers; each counts in hundredths. */
export type Currency = 'EUR' | 'USD' | 'RUB';

export type Project = { id: string; name: string; currency: Currency };

/** The providers of this panel, one currency each; the first one has the id 1 (billmanager.md 3, 4.4). */
export const PROJECTS: readonly [Project, ...Project[]] = [
  { id: '1', name: 'ISPsystem', currency: 'EUR' },
  { id: '2', name: 'ISPsystem International', currency: 'USD' },
  { id: '3', name: 'ISPsystem Russia', currency: 'RUB' },
];

/** The provider that sells in this currency, or undefined for a currency that none has. */
export function findProjectOf(currency: unknown): Project | undefined {
  return PROJECTS.find((project) => project.currency === currency);
}

/** The provider of an account; every account was given one that exists. */
export function projectOf(account: { projectId: string }): Project {
  return PROJECTS.find((project) => project.id === account.projectId) ?? PROJECTS[0];
}
