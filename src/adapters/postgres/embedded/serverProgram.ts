/** The programs of one PostgreSQL installation, and the extra library folder they need, if any. */
export type ServerProgram = { binFolder: string; libraryFolder?: string };
