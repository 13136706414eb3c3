import { join } from 'node:path';
import { build, defineConfig } from 'vite';

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

/** @param {string | undefined} target @returns {Promise<string>} the first sight as one script, no module */
async function firstSightScript(target) {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target,
      rolldownOptions: {
        input: join(import.meta.dirname, FIRST_SIGHT),
        output: { format: 'iife' },
      },
    },
  });
  if (!('output' in built) || built.output.length > 1)
    throw new Error('the first sight is not one');
  return built.output[0].code;
}

/**
 * The entry and the first view are fetched at once, and neither compiled nor run before the first sight: a
 * script that stands in the page runs before that is painted for the first time, which no module does.
 *
 * @returns {import('vite').Plugin}
 */
function firstSight() {
  /** @type {string | undefined} */
  let target;
  return {
    name: 'first-sight',
    apply: 'build',
    configResolved: ({ build: { target: wanted } }) => void (target = String(wanted)),
    async buildStart() {
      const source = await firstSightScript(target);
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
