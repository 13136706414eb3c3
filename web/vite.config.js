import { join } from 'node:path';
import { defineConfig } from 'vite';

import { oneScript } from './one-script.js';
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
 * The entry and the first view are fetched at once, and neither compiled nor run before the first sight: a
 * script that stands in the page runs before that is painted for the first time, which no module does.
 *
 * @returns {import('vite').Plugin}
 */
function firstSight() {
  /** @type {import('vite').ResolvedConfig} */
  let config;
  return {
    name: 'first-sight',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    async buildStart() {
      const { root, build } = config;
      const input = join(root, FIRST_SIGHT);
      const source = await oneScript({ root, input, target: build.target });
      this.emitFile({ type: 'asset', name: 'first-sight.js', source });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle);
        const view = files.find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(FIRST_VIEW),
        );
        if (view?.type !== 'chunk') throw new Error('the first view is no chunk of its own');
        const sight = files.find(
          (file) => file.type === 'asset' && file.names.includes('first-sight.js'),
        );
        if (!sight) throw new Error('there is no first sight');
        // Which layer of styles wins is what the first sheet says: another one before it would turn them round.
        if (html.split('rel="stylesheet"').length !== 2) throw new Error('not one sheet of styles');
        const entry = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
        const [script, src] = entry.exec(html) ?? [];
        if (!script) throw new Error('index.html has no entry');
        const preload = 'rel="preload" as="script" crossorigin';
        const names = [view.fileName, ...view.imports].filter(
          (name) => !html.includes(`"/${name}"`),
        );
        const lines = [
          `<link data-entry ${preload} href="${src}">`,
          ...names.map((name) => `<link ${preload} href="/${name}">`),
        ];
        const page = '</expense-tracker>';
        return html
          .replaceAll('rel="modulepreload" crossorigin', preload)
          .replace(script, lines.join('\n    '))
          .replace(page, `${page}\n    <script src="/${sight.fileName}"></script>`);
      },
    },
  };
}

/**
 * `npx vite build web` writes web/dist: index.html and hashed, immutable files under /assets/.
 * `npx vite web` serves the sources with the API and config.json of a running `make up`.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [firstSight(), serviceWorker()],
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
              test: /src\/(parts\/(css-properties|keys|category-names|member-names)|views\/overview\/period\/period-label|reading\/(money|folding)|data\/(api|filter)|writing\/(dates|format|category-icons))\.js$|directives\/(live|repeat|keyed)|lit-html\/directive/,
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
