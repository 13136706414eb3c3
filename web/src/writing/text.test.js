import { expect, it } from 'vitest';

/** @type {Record<string, string>} by path */
const SOURCES = import.meta.glob(['../{data,parts,shell,views}/**/*.js', '!**/*.test.js'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('comes with the texts of expenses wherever those are shown', () => {
  const showing = Object.entries(SOURCES).filter(([, source]) =>
    /\bt\(['"`]expenses?\./.test(source),
  );
  expect(showing.length).toBeGreaterThan(10);
  const without = showing.filter(([, source]) => !source.includes("writing/expense-text.js'"));
  expect(without.map(([path]) => path)).toEqual([]);
});
