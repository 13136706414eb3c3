import { expect, it } from 'vitest';
import { changesFor } from './changes-for.js';

const RENT = {
  date: '2026-11-05',
  amount_paise: 25_000_00,
  category: 'rent',
  description: 'Rent',
  tags: ['home', 'flat'],
};
const rule = /** @type {import('../../types.js').RuleContent} */ ({ amount_paise: 25_000_00 });
const asking = /** @type {import('../../types.js').RuleContent} */ ({ amount_paise: null });

it.each(
  /** @type {[object, object][]} */ ([
    [{ amount_paise: 26_000_00 }, { amount_paise: 26_000_00 }],
    [{ category: 'family' }, { category: 'family' }],
    [{ description: 'House rent' }, { description: 'House rent' }],
    [{ tags: ['home'] }, { tags: ['home'] }],
    [{ tags: ['flat', 'home'] }, {}],
    [{ date: '2026-11-06' }, {}],
    [{}, {}],
  ]),
)('of %j it is %j', (changed, said) => {
  expect(changesFor(rule, RENT, { ...RENT, ...changed })).toEqual(said);
});

it('leaves an amount to be asked each time', () => {
  expect(changesFor(asking, RENT, { ...RENT, amount_paise: 1, category: 'family' })).toEqual({
    category: 'family',
  });
});
