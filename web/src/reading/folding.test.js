import { describe, expect, it } from 'vitest';
import cases from '../../../tests/unit/text_cases.json';
import { cut, distinct, fold, shows, tidied, tidiedTag, written } from './folding.js';

describe('folding', () => {
  it.each(cases.same)('makes texts the same but for $why', ({ texts }) => {
    expect(new Set(texts.map(fold)).size).toBe(1);
  });

  it.each(cases.different)('keeps texts apart: $why', ({ texts }) => {
    expect(new Set(texts.map(fold)).size).toBe(texts.length);
  });

  it('leaves what is folded as it is', () => {
    for (const { texts } of cases.same)
      for (const text of texts) {
        expect(fold(fold(text))).toBe(fold(text));
      }
  });
});

describe('names', () => {
  it.each(cases.tidied)('are tidied as the API does: $kept', ({ given, kept }) => {
    expect(tidied(given)).toBe(kept);
  });

  it.each(cases.unseen)('of invisible characters show nothing (%#)', (text) => {
    expect(shows(text)).toBe(false);
    expect(tidiedTag(text, 32)).toBe('');
  });

  it('are cut between characters, not within one', () => {
    expect(cut('chai ☕👩🏽', 7)).toBe('chai ☕👩');
    expect(cut('chai tea', 5)).toBe('chai');
    expect(cut('😀', 1)).toBe('😀');
    expect(tidiedTag(`${'x'.repeat(31)}😀😀`, 32)).toBe(`${'x'.repeat(31)}😀`);
  });
});

describe('what is pasted', () => {
  it.each(cases.unfit)('loses what the API would refuse (%#)', (text) => {
    expect(written(text)).not.toBe(text);
    expect(written(written(text))).toBe(written(text));
  });

  it('keeps its words apart and its joiners in place', () => {
    expect(written('milk\nbread\u2028eggs')).toBe('milk bread eggs');
    expect(written('\u202a+91 98\u202c रक्\u200dषा')).toBe('+91 98 रक्\u200dषा');
  });
});

it('keeps the first of tags that are the same', () => {
  expect(distinct(['Café', 'cafe', 'chai'])).toEqual(['Café', 'chai']);
});
