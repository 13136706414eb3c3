/**
 * Vite's part in the service worker: after the page is built, builds `service-worker.js` with the
 * list of the release's files in it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { oneScript } from './one-script.js';

/** What only the files of banks need, and weighs more than all else: kept when first used. */
const READERS = /^(xlsx|spreadsheet|pdf|pdf\.worker\.min)-[^/]*\.js$/;

/** Files under their own names that the page shows; the icons are the device's to keep. */
const NAMED = ['index.html', 'icon.svg'];

/** @param {string} dist the built page @returns {{url: string, revision: string | null}[]} */
export function releaseFiles(dist) {
  const hashed = readdirSync(join(dist, 'assets')).filter((name) => !READERS.test(name));
  return [
    ...NAMED.map((name) => ({ url: `/${name}`, revision: digest(readFileSync(join(dist, name))) })),
    // Their names tell their content.
    ...hashed.sort().map((name) => ({ url: `/assets/${name}`, revision: null })),
  ];
}

/** @returns {import('vite').Plugin} */
export function serviceWorker() {
  /** @type {import('vite').ResolvedConfig} */
  let config;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    async writeBundle() {
      const dist = join(config.root, config.build.outDir);
      const script = await oneScript({
        root: config.root,
        input: join(config.root, 'src/worker/worker.js'),
        target: config.build.target,
        define: {
          __RELEASE_FILES__: JSON.stringify(releaseFiles(dist)),
          __RELEASE__: JSON.stringify(releaseOf(readFileSync(join(dist, 'index.html'), 'utf8'))),
        },
      });
      writeFileSync(join(dist, 'service-worker.js'), script);
    },
  };
}

/**
 * A release's name: its entry's, whose own hash is made of all that it leads to.
 *
 * @param {string} html
 */
function releaseOf(html) {
  const [, entry] = /<link data-entry[^>]* href="([^"]+)"/.exec(html) ?? [];
  if (!entry) throw new Error('index.html names no entry');
  return basename(entry, '.js');
}

/** @param {Buffer} content */
const digest = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16);
