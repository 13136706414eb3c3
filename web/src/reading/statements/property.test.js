// @ts-expect-error Node's own types are no part of the page's.
import { cpuUsage } from 'node:process';

import { describe, expect, it } from 'vitest';

import { heldToTruth } from './held-to-truth.js';
import { readStatement } from './read-file.js';
import { UnreadableFile } from './unreadable.js';
import { randomOf, writtenStatement } from './written-statements.js';

/** They take 10 ms each; fewer for a quick look: `VITE_STATEMENTS=100 npx vitest run --root web property`. */
const COUNT = Number(import.meta.env.VITE_STATEMENTS ?? 2000);
const encoder = new TextEncoder();

describe('statements written at random', () => {
  it('are read right, or the row is marked doubtful: never silently wrong', async () => {
    /** @type {string[]} */
    const wrong = [];
    let doubtful = 0;
    for (let seed = 1; seed <= COUNT; seed += 1) {
      const { text, truths, form } = writtenStatement(seed);
      const statement = await readStatement(encoder.encode(text)).catch((error) => String(error));
      if (typeof statement === 'string') {
        wrong.push(`${seed} ${form}: ${statement}`);
        continue;
      }
      const held = heldToTruth(statement, truths);
      if (held.isDoubtful) doubtful += 1;
      if (held.wrong) wrong.push(`${seed} ${form}: ${held.wrong}`);
    }
    expect(wrong).toEqual([]);
    // A reader that doubts everything would be right too.
    expect(doubtful).toBeLessThan(COUNT * 0.2);
  }, 300000);
});

describe('broken files', () => {
  it('never crash and never hang: they are refused in words or read', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = randomOf(seed * 7919);
      const bytes = encoder.encode(writtenStatement(seed).text);
      const heads = [
        '',
        '%PDF-1.7\n',
        'PK\u0003\u0004',
        '<table>',
        'OFXHEADER:100',
        '!Type:Bank\n',
      ];
      const head = encoder.encode(heads[seed % heads.length]);
      const broken = new Uint8Array(
        [...head, ...bytes].slice(0, 40 + Math.floor(random() * bytes.length)),
      );
      for (let hits = 0; hits < 30; hits += 1)
        broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
      const outcome = await readStatement(broken).catch((error) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UnreadableFile);
      else {
        // What holds no table may still hold messages.
        const { tables, expenses, refunds, left_out, refused } = outcome;
        const rows = [tables, expenses, refunds, left_out, refused].flat();
        expect(rows.length).toBeGreaterThan(0);
      }
    }
  }, 60000);

  it('of one endless line or quote end soon', async () => {
    for (const text of [
      '"'.repeat(200000),
      ','.repeat(200000),
      `Date,Amount,Note\n${'"a\n'.repeat(50000)}`,
      '1'.repeat(300000),
    ]) {
      // Of this process alone: others may keep the machine busy.
      const begun = cpuUsage();
      await readStatement(encoder.encode(text)).catch((error) =>
        expect(error).toBeInstanceOf(UnreadableFile),
      );
      expect(cpuUsage(begun).user / 1000).toBeLessThan(5000);
    }
  }, 120000);
});
