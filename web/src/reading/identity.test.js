import { expect, it } from 'vitest';

import { idsOf, isId } from './identity.js';

const row = ['20-09-2018 12:04', 'Cash', 'Food', '60'];

it('gives the same row the same id, a UUID of version 8', async () => {
  const [first] = await idsOf([row]);
  const [again] = await idsOf([row]);
  expect(again).toBe(first);
  expect(isId(first)).toBe(true);
  expect(first).toMatch(/^.{14}8.{4}[89ab]/u);
});

it('keeps the ids made in the past', async () => {
  expect(await idsOf([row])).toEqual(['9368ca24-7349-8204-bca4-b79e173b523b']);
});

it('tells rows apart that repeat exactly', async () => {
  const ids = await idsOf([row, row, ['other'], row]);
  expect(new Set(ids).size).toBe(4);
  expect(await idsOf([['other'], row, row, row])).toEqual([ids[2], ids[0], ids[1], ids[3]]);
});

it('sees through spaces and cells that a spreadsheet added', async () => {
  const [first, second] = await idsOf([row]).then(async (ids) => [
    ...ids,
    ...(await idsOf([[' 20-09-2018  12:04', 'Cash ', 'Food', '60', '', '']])),
  ]);
  expect(second).toBe(first);
});

it('does not confuse cells with their borders', async () => {
  const ids = await idsOf([
    ['a', 'b'],
    ['ab', ''],
    ['a b', ''],
  ]);
  expect(new Set(ids).size).toBe(3);
});

it('knows an id when it sees one', () => {
  expect(isId('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b')).toBe(true);
  expect(isId('0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B')).toBe(false);
  expect(isId('42')).toBe(false);
});
