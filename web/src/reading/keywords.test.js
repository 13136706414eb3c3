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
    // Who brings it is called after it.
    ['sabzi wala', 'groceries'],
    ['sabziwali', 'groceries'],
    ['doodhwala', 'groceries'],
    ['दूधवाला', 'groceries'],
    ['सब्ज़ीवाले को', 'groceries'],
    ['chaiwallah', 'food-dining'],
    ['rickshaw wallah', 'transport'],
    ['paperwala', 'household-help'],
    // Forms of a word, and a number stuck to it.
    ['5 samose', 'food-dining'],
    ['kirane ka saman', 'groceries'],
    ['किराने का सामान', 'groceries'],
    ['नया जूता', 'shopping'],
    ['milk2l', 'groceries'],
    ['iphone15', 'shopping'],
    // A thing that is called after what it is made of, or looks like.
    ['mango juice', 'food-dining'],
    ['chicken biryani', 'food-dining'],
    ['apple watch', 'shopping'],
    ['watch a movie', 'entertainment'],
    ['curry leaves', 'groceries'],
    ['coffee powder', 'groceries'],
    ['milk, biryani', 'groceries'],
  ])('%s point to %s', (text, category) => expect(categoriesIn(text)[0]).toBe(category));

  test.each([
    'mother',
    'different thing',
    'water bottle',
    'carbon',
    'current',
    'busy',
    'Chaitanya',
    'Kotwala',
    'bada wala',
    'dave',
    'teaching',
    '',
  ])('%s point nowhere', (text) => expect(categoriesIn(text)).toEqual([]));

  test('point to others where the first can’t be chosen', () =>
    expect(categoriesIn('auto to the hospital')).toEqual(['transport', 'health']));

  test('point to what a thing is made of where the thing’s own category can’t be chosen', () =>
    expect(categoriesIn('mango juice')).toEqual(['food-dining', 'groceries']));
});
