import { describe, expect, test } from 'vitest';
import { categoriesIn } from './keywords.js';

describe('the words of a text', () => {
  test.each([
    ['chai', 'food-dining'],
    ['do chai', 'food-dining'],
    ['चाय', 'food-dining'],
    ['दूध', 'groceries'],
    ['doodh', 'groceries'],
    ['dudh', 'groceries'],
    ['सब्ज़ी', 'groceries'],
    ['सब्जी', 'groceries'],
    ['sabzee', 'groceries'],
    ['Vegetables', 'groceries'],
    ['veggies', 'groceries'],
    ['mother dairy', 'groceries'],
    ['auto', 'transport'],
    ['ऑटो', 'transport'],
    ['पेट्रोल', 'fuel'],
    ['बिजली का बिल', 'utilities-recharge'],
    ['bijli bill', 'utilities-recharge'],
    ['water bill', 'utilities-recharge'],
    ['दवाई', 'health'],
    ['dawai', 'health'],
    ['doctor fees', 'health'],
    ['fees of the doctor', 'health'],
    ['school fees', 'education'],
    ['parent teacher meeting', 'education'],
    ['किताब', 'education'],
    ['कपड़े', 'shopping'],
    ['kaamwali', 'household-help'],
    ['बच्चों के खिलौने', 'family'],
    ['Diwali gifts', 'festivals-gifts'],
    ['bank charges', 'taxes-fees'],
    ['late fee', 'taxes-fees'],
    ['kiraya', 'rent'],
    ['auto ka kiraya', 'transport'],
    ['kiraya auto', 'transport'],
    ['car insurance premium', 'insurance'],
  ])('%s point to %s', (text, category) => expect(categoriesIn(text)[0]).toBe(category));

  test.each([
    'mother',
    'different thing',
    'water bottle',
    'carbon',
    'current',
    'busy',
    'Chaitanya',
    'teaching',
    '',
  ])('%s point nowhere', (text) => expect(categoriesIn(text)).toEqual([]));

  test('point to others where the first can’t be chosen', () =>
    expect(categoriesIn('auto to the hospital')).toEqual(['transport', 'health']));
});
