/** The query makes a module of its own of what this bundle takes, so that it carries no words but those (webpack). */
type BlockWords = { readonly [key: string]: string | BlockWords };

declare module '*.json?client' {
  const language: {
    readonly help_center: BlockWords;
    readonly sidebar: { readonly balance: BlockWords };
    readonly more: {
      readonly history: BlockWords;
      readonly receipt: BlockWords;
      readonly proof: BlockWords;
      readonly packs: BlockWords;
    };
    readonly notes: { readonly reason: BlockWords };
  };
  export = language;
}
