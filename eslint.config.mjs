import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';

/** Which room may import which: one row per room under `src`, as in the README's map. */
const MAY_IMPORT = {
  domain: [],
  contract: ['domain'],
  'use-cases': ['domain', 'contract'],
  adapters: ['domain', 'use-cases'],
  server: ['domain', 'contract', 'use-cases', 'adapters'],
  app: ['domain', 'contract'],
  'help-center': ['domain', 'contract'],
  simulators: [],
  playground: [],
};

const foldersOf = (path) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const rooms = foldersOf('src');
for (const room of rooms) {
  if (!(room in MAY_IMPORT)) throw new Error(`eslint.config.mjs: say what src/${room} may import.`);
}

const roomZones = rooms.flatMap((room) =>
  rooms
    .filter((other) => other !== room && !MAY_IMPORT[room].includes(other))
    .map((other) => ({
      target: `./src/${room}`,
      from: `./src/${other}`,
      message: `src/${room} may not import src/${other} (see the map of rooms in README.md).`,
    })),
);

/** Folders that stay strangers to each other inside one room; `system` serves every adapter. */
const sealed = (parent, open = []) => {
  const folders = foldersOf(parent).filter((name) => !open.includes(name));
  return folders.flatMap((name) =>
    folders
      .filter((other) => other !== name)
      .map((other) => ({
        target: `./${join(parent, name)}`,
        from: `./${join(parent, other)}`,
        message: `Folders of ${parent} do not import each other.`,
      })),
  );
};

const insideZones = [
  ...sealed('src/adapters', ['system']),
  ...(foldersOf('src/app').includes('features') ? sealed('src/app/features') : []),
  ...sealed('src/simulators', ['kit']),
  {
    target: './src/server/!(main).ts',
    from: './src/adapters',
    message: 'Only src/server/main.ts and src/server/assembly construct adapters.',
  },
  {
    target: './src/server/!(assembly)/**',
    from: './src/adapters',
    message: 'Only src/server/main.ts and src/server/assembly construct adapters.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/'] },
  ...tseslint.configs.strict,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.json' })] },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...roomZones, ...insideZones] }],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.tsx', 'src/app/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['src/**'],
    ignores: ['src/server/config.ts', 'src/server/main.ts', 'src/simulators/main.ts', 'src/playground/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only the entry points read the environment (src/server/config.ts).',
        },
      ],
    },
  },
  {
    files: ['src/domain/**', 'src/use-cases/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^[^.]',
              message: 'The rules need no library: time, ids and the outside come in as arguments.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/help-center/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^[^.]', message: 'The script in the theme has 12 KB: no library fits into it.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/app/**'],
    ignores: ['src/app/zaf/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'zendesk_app_framework_sdk', message: 'Only src/app/zaf touches the framework SDK.' },
          ],
        },
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['src/playground/**', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    // Tools that load these files by path take the default export.
    files: ['**/*.cjs', 'webpack.config.js', '*.config.*', 'tests/helpers/**/global{Setup,Teardown}.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'import-x/no-default-export': 'off' },
  },
);
