/**
 * A query makes a module of its own of each block of a language, so that a chunk carries no words but its own: without it
 * webpack would put all blocks that are used anywhere into every chunk.
 */
type BlockWords = { readonly [key: string]: string | BlockWords };

declare module '*.json?sidebar' {
  const language: { readonly sidebar: BlockWords };
  export = language;
}
declare module '*.json?more' {
  const language: { readonly more: BlockWords };
  export = language;
}
declare module '*.json?replies' {
  const language: { readonly replies: BlockWords };
  export = language;
}
declare module '*.json?admin' {
  const language: { readonly admin: BlockWords };
  export = language;
}
declare module '*.json?setup' {
  const language: { readonly setup: BlockWords };
  export = language;
}
