import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';

import { clearEveryone, Device } from '../device.js';
import { Imports } from './imports.js';

/** @param {string} id @param {Partial<import('./imports.js').PastImport>} [more] */
const past = (id, more = {}) => ({
  ...{ id, name: 'x.csv', at: '2026-11-25', from: '2026-10-01', to: '2026-10-31' },
  ...{ total: 100, ids: ['a'] },
  ...more,
});
const importsOf = (/** @type {string} */ person) => new Imports(new Device(person), () => {});
/** What the device keeps. @param {string} person */
async function kept(person) {
  const imports = importsOf(person);
  await imports.load();
  return imports.items;
}

beforeEach(clearEveryone);

it('is kept on the device, the newest first, each person’s apart', async () => {
  const imports = importsOf('asha');
  await imports.add(past('1'));
  await imports.add(past('2'));
  expect((await kept('asha')).map(({ id }) => id)).toEqual(['2', '1']);
  expect(await kept('ravi')).toEqual([]);
});

it('grows when it is gone on with after a stop, also after a reload', async () => {
  await importsOf('asha').add(past('1'));
  await importsOf('asha').add(
    past('1', { ids: ['b'], from: '2026-09-01', to: '2026-09-30', total: 50 }),
  );
  expect(await kept('asha')).toEqual([
    past('1', { ids: ['a', 'b'], from: '2026-09-01', to: '2026-10-31', total: 150 }),
  ]);
});

it('forgets what is taken back, and the oldest of many', async () => {
  const imports = importsOf('asha');
  for (let number = 100; number < 155; number += 1) await imports.add(past(String(number)));
  await imports.forget('154');
  const ids = (await kept('asha')).map(({ id }) => id);
  expect([ids.length, ids[0], ids[ids.length - 1]]).toEqual([49, '153', '105']);
});
