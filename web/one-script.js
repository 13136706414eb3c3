import { build } from 'vite';

/**
 * Build what is no part of the page's modules as one script of its own.
 *
 * @param {object} script
 * @param {string} script.root the folder of the page
 * @param {string} script.input
 * @param {string | false | readonly string[] | undefined} script.target as the page's
 * @param {Record<string, string>} [script.define]
 * @returns {Promise<string>}
 */
export async function oneScript({ root, input, target, define }) {
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      target: target ? [target].flat() : undefined,
      rolldownOptions: { input, output: { format: 'iife' } },
    },
  });
  if (!('output' in built) || built.output.length !== 1)
    throw new Error(`${input} is not one script`);
  return built.output[0].code;
}
