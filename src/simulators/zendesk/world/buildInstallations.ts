import type { SimInstallation } from '../entities/SimInstallation';

/** The installations of the app: usually one; an account where it was installed again has more. */
export type Installations = {
  /** The first one that is left: the pages host it, and seeds name its fields. */
  installation(): SimInstallation | undefined;
  /** All of them, oldest first. */
  installations(): SimInstallation[];
  /** Adds the installation, or puts it in the place of the one with its id. */
  putInstallation(installation: SimInstallation): void;
  removeInstallation(installationId: number): void;
  replaceInstallations(installations: readonly SimInstallation[]): void;
};

export function buildInstallations(onChange: () => void): Installations {
  let installed: readonly SimInstallation[] = [];
  const replace = (next: readonly SimInstallation[]): void => {
    installed = next;
    onChange();
  };
  return {
    installation: () => installed[0],
    installations: () => [...installed],
    putInstallation(installation) {
      const isKnown = installed.some((one) => one.installationId === installation.installationId);
      replace(
        isKnown
          ? installed.map((one) => (one.installationId === installation.installationId ? installation : one))
          : [...installed, installation],
      );
    },
    removeInstallation(installationId) {
      replace(installed.filter((one) => one.installationId !== installationId));
    },
    replaceInstallations: replace,
  };
}
