import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';

import { clearEveryone, Device } from '../../data/device.js';
import { NO_CHOICES } from '../../reading/import-plan.js';
import { forgetReview, keepChoices, keepFile, keptReview } from './kept-review.js';

const FILE = { name: 'october.csv', bytes: new Uint8Array([1, 2, 3]), importId: 'a' };
const CHOICES = { ...NO_CHOICES, kinds: { 4: /** @type {const} */ ('left out') } };

beforeEach(clearEveryone);

it('is there after a reload, with what was corrected', async () => {
  await keepFile(new Device('asha'), FILE);
  await keepChoices(new Device('asha'), CHOICES);
  expect(await keptReview(new Device('asha'))).toEqual({ file: FILE, choices: CHOICES });
  expect(await keptReview(new Device('ravi'))).toBe(null);
});

it('of another file begins without the corrections of the one before', async () => {
  const device = new Device('asha');
  await keepFile(device, FILE);
  await keepChoices(device, CHOICES);
  await keepFile(device, { ...FILE, name: 'november.csv' });
  expect((await keptReview(device))?.choices).toBe(undefined);
});

it('is gone once it is forgotten', async () => {
  const device = new Device('asha');
  await keepFile(device, FILE);
  await forgetReview(device);
  expect(await keptReview(device)).toBe(null);
});
