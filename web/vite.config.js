import { join } from 'node:path';
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
/** What the page begins with: it shows what was seen last, and then starts the entry. */
const FIRST_SIGHT = 'src/shell/first-sight.js';

/**
 * The entry and the first view are fetched at once, and neither compiled nor run before the first sight.
 *
 * @type {import('vite').Plugin}
 */
const firstSight = {
  name: 'first-sight',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      /** @param {string} path */
      const chunkOf = (path) => {
        const found = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(path),
        );
        if (found?.type !== 'chunk') throw new Error(`${path} is no chunk of its own`);
        return found;
      };
      // Which layer of styles wins is what the first sheet says: another one before it would turn them round.
      if (html.split('rel="stylesheet"').length !== 2) throw new Error('not one sheet of styles');
      const sight = chunkOf(FIRST_SIGHT);
      const view = chunkOf(FIRST_VIEW);
      const entry = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
      const [script, src] = entry.exec(html) ?? [];
      if (!script) throw new Error('index.html has no entry');
      const preload = 'rel="preload" as="script" crossorigin';
      const names = [view.fileName, ...view.imports].filter((name) => !html.includes(`"/${name}"`));
      const lines = [
        `<script type="module" crossorigin src="/${sight.fileName}"></script>`,
        ...sight.imports.map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
        `<link data-entry ${preload} href="${src}">`,
        ...names.map((name) => `<link ${preload} href="/${name}">`),
      ];
      return html
        .split('\n')
        .filter((line) => !sight.imports.some((name) => line.includes(`"/${name}"`)))
        .join('\n')
        .replaceAll('rel="modulepreload" crossorigin', preload)
        .replace(script, lines.join('\n    '));
    },
  },
};

/**
 * `npx vite build web` writes web/dist: index.html and hashed, immutable files under /assets/.
 * `npx vite web` serves the sources with the API and config.json of a running `make up`.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [firstSight, serviceWorker()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    // A data: URL would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', FIRST_SIGHT].map((path) => join(import.meta.dirname, path)),
      output: {
        ...names,
        // What every view needs comes with the page: one answer compresses better than six.
        codeSplitting: {
          groups: [
            {
              name: 'sight',
              test: /src\/(data\/(asked-ledger|last-total|scopes|stored-session)|parts\/after-paint|shell\/entry-address|writing\/(theme|printing))\.js$/,
            },
            {
              name: 'core',
              test: /src\/(parts\/css-properties|reading\/(money|folding)|data\/(api|filter)|writing\/(dates|format|category-icons))\.js$|directives\/(live|repeat|keyed)|lit-html\/directive/,
            },
            {
              name: 'parts',
              test: /src\/(parts\/(keys|category-names|member-names)|views\/overview\/period\/period-label)\.js$/,
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
