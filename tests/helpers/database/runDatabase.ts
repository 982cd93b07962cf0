type RunDatabase = { stop?: () => Promise<void> };

const holder = globalThis as typeof globalThis & { supportCreditsRunDatabase?: RunDatabase };

/** What the set-up leaves for the tear-down; kept globally because Jest loads the two apart from each other. */
export const runDatabase: RunDatabase = (holder.supportCreditsRunDatabase ??= {});
