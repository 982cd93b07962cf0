'use strict';

/**
 * Five bundles, one tool: the app for the agent's browser (`dist/app`, what is zipped for Zendesk), the bridge
 * (`dist/bridge`), the script for the help center's theme (`dist/help-center`), and for the playground the simulators (`dist/simulators`) with their browser pages.
 * Types are checked apart from this, by `npm run types`; swc only strips them.
 */
const { realpathSync } = require('node:fs');
const { join } = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');
const { BannerPlugin, Compilation } = require('webpack');
const { dependencies, devDependencies } = require('./package.json');

const root = __dirname;
const dist = join(root, 'dist');

/** jose ships ES modules only, so it is bundled; every other package is loaded from node_modules at run time. */
const nodeExternals = Object.keys({ ...dependencies, ...devDependencies })
  .filter((name) => name !== 'jose')
  .map((name) => new RegExp(`^${name}(/.*)?$`));

const shared = {
  mode: 'production',
  context: root,
  devtool: 'source-map',
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: swcOptions() } },
    ],
  },
  stats: 'errors-warnings',
};

const forBrowser = {
  ...shared,
  target: ['web', 'es2020'],
  optimization: {
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        // `curry` is what polished wraps each of its colour functions in: without this, those that nobody calls stay.
        minimizerOptions: { compress: { passes: 3, pure_funcs: ['curry'] }, mangle: true },
      }),
    ],
  },
  performance: { maxEntrypointSize: 512_000, maxAssetSize: 512_000 },
};

const forNode = {
  ...shared,
  target: 'node20',
  externals: nodeExternals,
  externalsType: 'commonjs',
  // SQL files and pages lie beside the bundle as they lie beside the source, so `__dirname` must stay real.
  node: { __dirname: false, __filename: false },
  optimization: { minimize: false },
};

module.exports = [
  {
    ...forBrowser,
    name: 'app',
    // The sidebar and the admin page: two pages that share no file at first, so that neither waits for what the other needs.
    // What the sidebar asks for is asked by its first file, while the browser still reads the second, which draws.
    entry: {
      first: './src/app/openFirstLook.ts',
      main: { import: './src/app/main.tsx', dependOn: 'first' },
      admin: './src/app/admin.tsx',
    },
    resolve: { ...shared.resolve, alias: { ...withoutUnusedAxios(), ...withoutOldPromise() } },
    optimization: { ...forBrowser.optimization, splitChunks: false },
    // A source map in the package would publish the sources with it.
    devtool: false,
    output: {
      path: join(dist, 'app/assets'),
      filename: '[name].js',
      chunkFilename: '[name].js',
      clean: true,
    },
    plugins: [
      new CopyPlugin({
        patterns: [
          { from: 'assets', to: join(dist, 'app/assets') },
          { from: 'translations', to: join(dist, 'app/translations') },
          { from: 'manifest.json', to: join(dist, 'app') },
          { from: 'requirements.json', to: join(dist, 'app') },
        ],
      }),
      compileAtOnce(),
    ],
  },
  {
    ...forNode,
    name: 'bridge',
    entry: './src/server/main.ts',
    output: { path: join(dist, 'bridge'), filename: 'support-credits.js', clean: true },
    plugins: [
      new CopyPlugin({ patterns: [{ from: 'src/adapters/postgres/migrations', to: 'migrations' }] }),
      new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: /support-credits\.js$/ }),
    ],
  },
  {
    ...forBrowser,
    name: 'help-center',
    entry: './src/help-center/main.ts',
    // One file, added to a theme by hand: a map would not lie beside it.
    devtool: false,
    output: { path: join(dist, 'help-center'), filename: 'support-credits.js', clean: true },
  },
  {
    ...forNode,
    name: 'simulators',
    entry: './src/simulators/main.ts',
    output: { path: join(dist, 'simulators'), filename: 'main.js' },
  },
  {
    ...forBrowser,
    name: 'simulator-pages',
    entry: {
      agentPage: './src/simulators/zendesk/browser/agentPage.ts',
      helpCenter: './src/simulators/zendesk/browser/helpCenter.ts',
    },
    output: { path: join(dist, 'simulators/pages'), filename: '[name].js' },
  },
];

/**
 * The app speaks JSON, and only through Zendesk (src/app/api/toZafAdapter.ts): the ways of axios into the net, its forms
 * and tokens to cancel by would be dead weight. Browser tests ask and answer with what is left (tests/e2e).
 */
function withoutUnusedAxios() {
  const unused = [
    'adapters/xhr',
    'adapters/fetch',
    'cancel/CancelToken',
    'helpers/AxiosURLSearchParams',
    'helpers/HttpStatusCode',
    'helpers/formDataToJSON',
    'helpers/toFormData',
    'helpers/toURLEncodedForm',
  ];
  const axios = realpathSync(join(root, 'node_modules/axios/lib'));
  return Object.fromEntries(unused.map((name) => [join(axios, `${name}.js`), false]));
}

/**
 * Nearly all that the first files hold runs before the first look is drawn: Chromium is told to compile it beside the loading,
 * and not function by function as they are called (explicit compile hints, Chrome 136; others read a comment).
 */
function compileAtOnce() {
  return new BannerPlugin({
    banner: '//# allFunctionsCalledOnLoad',
    raw: true,
    include: /^(first|main|admin)\.js$/,
    // After the minimizer, which drops comments.
    stage: Compilation.PROCESS_ASSETS_STAGE_REPORT,
  });
}

/** The SDK brings a Promise for browsers that have none. */
function withoutOldPromise() {
  const sdk = realpathSync(join(root, 'node_modules/zendesk_app_framework_sdk/lib'));
  return { [join(sdk, 'vendor/native-promise-only.js')]: false };
}

function swcOptions() {
  return {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  };
}
