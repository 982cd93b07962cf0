/** The programs of one PostgreSQL installation, and the extra library path they need, if any. */
export type ServerProgram = { binFolder: string; libraryPath?: string };
