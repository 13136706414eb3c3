import { defineConfig, mergeConfig } from 'vitest/config';

import config from './vite.config.js';

/**
 * What Stryker runs on each change to a reader: its tables, which say the same every time. The random
 * ones would run for seconds at each of thousands of changes.
 */
export default mergeConfig(
  config,
  defineConfig({ test: { exclude: ['**/*property.test.js', '**/samples.test.js'] } }),
);
