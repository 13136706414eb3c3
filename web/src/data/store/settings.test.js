import { beforeEach, describe, expect, test, vi } from 'vitest';
import { storage } from './device-double.js';
import { Settings } from './settings.js';

let stored = { month_start: 25, carry_over_from: /** @type {string | null} */ (null) };
let isDown = false;
const emit = vi.fn();
const failed = vi.fn();

const api = /** @type {any} */ ({
  getSettings: async () => {
    if (isDown) throw new Error('down');
    return stored;
  },
  changeSettings: async (/** @type {object} */ changes) => {
    if (isDown) throw new Error('down');
    return (stored = { ...stored, ...changes });
  },
});
const open = () => new Settings('asha', api, { emit, failed });

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  stored = { month_start: 25, carry_over_from: null };
  isDown = false;
  emit.mockClear();
});

describe('settings', () => {
  test('are everybody’s until the server has said them, then kept on the device', async () => {
    const settings = open();
    expect(settings.monthStart).toBe(1);
    await settings.load();
    expect(settings.monthStart).toBe(25);
    expect(emit).toHaveBeenCalledOnce();
    isDown = true;
    expect(open().monthStart).toBe(25);
    expect(open().isKnown).toBe(false);
  });

  test('that are as before draw nothing anew', async () => {
    await open().load();
    emit.mockClear();
    await open().load();
    expect(emit).not.toHaveBeenCalled();
  });

  test('that were refused stay as they were', async () => {
    const settings = open();
    await settings.load();
    isDown = true;
    await expect(settings.change({ month_start: 7 })).rejects.toThrow('down');
    expect(settings.monthStart).toBe(25);
  });

  test('which the device keeps broken are asked for anew', () => {
    localStorage.setItem('expense-tracker.settings.asha', '{"month_start": 40}');
    expect(open().monthStart).toBe(1);
  });
});
