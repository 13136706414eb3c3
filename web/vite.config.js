import { defineConfig } from 'vite';

import { serviceWorker } from './release-files.js';

/**
 * Names derive from content alone, so that the same sources give the same files anywhere. A script is one
 * by its name for every server, whatever it knows of `.mjs`.
 */
const names = {
  entryFileNames: 'assets/[name]-[hash].js',
  chunkFileNames: 'assets/[name]-[hash].js',
  assetFileNames: (/** @type {{names: string[]}} */ { names: [name] }) =>
    name?.endsWith('.mjs') ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]',
};

/** What most visits begin with comes with the page, and not after its entry has run. */
const FIRST_VIEW = 'src/views/overview/overview-view.js';

/** @type {import('vite').Plugin} */
const firstViewEarly = {
  name: 'first-view-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const view = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(FIRST_VIEW),
      );
      if (view?.type !== 'chunk') throw new Error(`${FIRST_VIEW} is no chunk of its own`);
      return [view.fileName, ...view.imports]
        .map((name) => `/${name}`)
        .filter((href) => !html.includes(`"${href}"`))
        .map((href) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href },
          injectTo: 'head',
        }));
    },
  },
};

/**
 * `npx vite build web` writes web/dist: index.html and hashed, immutable files under /assets/.
 * `npx vite web` serves the sources with the API and config.json of a running `make up`.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [firstViewEarly, serviceWorker()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: URL would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        ...names,
        // What every view needs comes with the page: one answer compresses better than six.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /src\/(parts\/css-properties|reading\/money|writing\/(dates|format|category-icons))\.js$|directives\/(live|repeat|keyed)|lit-html\/directive/,
            },
          ],
        },
      },
    },
  },
  // The reader of statements runs in a worker, which loads the heavy readers only when it needs them.
  worker: {
    format: 'es',
    rolldownOptions: { output: names },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': { target: process.env.APP_URL ?? 'http://localhost:8080' },
      '/config.json': { target: process.env.APP_URL ?? 'http://localhost:8080' },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.js'],
    // No test is about time; the limit is for what hangs, also on a machine with much else to do.
    testTimeout: 120_000,
    // Nothing else runs beside them.
    maxWorkers: '100%',
    // A person's calendar is India's whatever the machine's clock is set to.
    env: { TZ: 'America/Los_Angeles' },
  },
});
