import { describe, expect, test } from 'vitest';
import { readQuickLine } from './quick-line.js';

const TODAY = '2026-11-25'; // a Wednesday
const NAMES = {
  'food-dining': 'Food & dining',
  groceries: 'Groceries',
  transport: 'Transport',
  fuel: 'Fuel',
  rent: 'Rent',
  'utilities-recharge': 'Utilities & recharge',
  'household-help': 'Household help',
  health: 'Health',
  education: 'Education',
  shopping: 'Shopping',
  entertainment: 'Entertainment',
  travel: 'Travel',
  'festivals-gifts': 'Festivals & gifts',
  'taxes-fees': 'Taxes & fees',
  other: 'Other',
};

const category = (/** @type {string} */ id, /** @type {string} */ name, builtin = true) => ({
  id,
  name,
  colour: '#000000',
  builtin,
  archived: false,
});

const known = {
  today: TODAY,
  categories: [
    ...Object.entries(NAMES).map(([id, name]) => category(id, name)),
    category('c-1', 'Anya school', false),
  ],
  categoryOf: (/** @type {string} */ text) =>
    text.toLowerCase() === 'the usual' ? 'groceries' : undefined,
};

/** @param {string} line @param {import('./quick-line.js').Chosen} [chosen] */
const read = (line, chosen) => readQuickLine(line, known, chosen);

describe('a line that can be read in one way', () => {
  // line, rupees, description, category, date
  test.each([
    ['120 chai', 120, 'chai', 'food-dining'],
    ['chai 120', 120, 'chai', 'food-dining'],
    ['₹120 chai', 120, 'chai', 'food-dining'],
    ['rs 120 chai', 120, 'chai', 'food-dining'],
    ['Rs.120.50 chai', 120.5, 'chai', 'food-dining'],
    ['INR 120 chai', 120, 'chai', 'food-dining'],
    ['1,20,000 rent', 120000, 'rent', 'rent'],
    ['120,000 rent', 120000, 'rent', 'rent'],
    ['2.5k rent', 2500, 'rent', 'rent'],
    ['1.2 lakh rent', 120000, 'rent', 'rent'],
    ['rent 1.5 lac', 150000, 'rent', 'rent'],
    ['flat 1.2 crore', 12000000, 'flat', ''],
    ['500/- chai', 500, 'chai', 'food-dining'],
    ['0.29 toffee', 0.29, 'toffee', 'food-dining'],
    // Marks and words stuck to the number, or points around it.
    ['250₹', 250, '', ''],
    ['250rs milk', 250, 'milk', 'groceries'],
    ['milk Rs250', 250, 'milk', 'groceries'],
    ['.50 toffee', 0.5, 'toffee', 'food-dining'],
    ['120chai', 120, 'chai', 'food-dining'],
    ['chai 120.', 120, 'chai', 'food-dining'],
    ['chai: 120', 120, 'chai', 'food-dining'],
    ['chai - 120', 120, 'chai', 'food-dining'],
    ['chai=120', 120, 'chai', 'food-dining'],
    ['chai @ 20', 20, 'chai', 'food-dining'],
    ['a/c service 600', 600, 'a/c service', ''],
    ['amazon order 404-1234567 899', 899, 'amazon order 404-1234567', 'shopping'],
    ['(120) chai', 120, 'chai', 'food-dining'],
    ['50 paise toffee', 0.5, 'toffee', 'food-dining'],
    ['5 rupees 50 paise toffee', 5.5, 'toffee', 'food-dining'],
    ['rent 25 000', 25000, 'rent', 'rent'],
    ['rent 1 25 000', 125000, 'rent', 'rent'],
    // Hindi, in both scripts.
    ['दूध ६०', 60, 'दूध', 'groceries'],
    ['२५० सब्ज़ी', 250, 'सब्ज़ी', 'groceries'],
    ['₹२५० की सब्जी', 250, 'की सब्जी', 'groceries'],
    ['do sau chai', 200, 'chai', 'food-dining'],
    ['ek sau pachas petrol', 150, 'petrol', 'fuel'],
    ['dhai hazaar kapde', 2500, 'kapde', 'shopping'],
    ['सौ रुपये ऑटो', 100, 'ऑटो', 'transport'],
    ['डेढ़ सौ का पेट्रोल', 150, 'का पेट्रोल', 'fuel'],
    ['doodh ke 60 rupaye', 60, 'doodh ke', 'groceries'],
    ['bijli bill 1450', 1450, 'bijli bill', 'utilities-recharge'],
    ['दवाई 340', 340, 'दवाई', 'health'],
    ['kaamwali 3000', 3000, 'kaamwali', 'household-help'],
    // A currency mark wins.
    ['2 kg aloo ₹60', 60, '2 kg aloo', 'groceries'],
    ['100 pipers whisky Rs 900', 900, '100 pipers whisky', ''],
    ['room 402 ₹1500', 1500, 'room 402', ''],
    ['₹300 for 3 coffees', 300, 'for 3 coffees', 'food-dining'],
    ['9876543210 ₹199 recharge', 199, '9876543210 recharge', 'utilities-recharge'],
    ['500 to 9876543210', 500, 'to 9876543210', ''],
    // Quantities.
    ['2 coffees 300', 300, '2 coffees', 'food-dining'],
    ['3 idli 2 vada 150', 150, '3 idli 2 vada', 'food-dining'],
    ['lunch with 2 friends 800', 800, 'lunch with 2 friends', 'food-dining'],
    ['lunch for 2 800', 800, 'lunch for 2', 'food-dining'],
    ['lunch for 2, 800', 800, 'lunch for 2', 'food-dining'],
    ['lunch for 20 800', 800, 'lunch for 20', 'food-dining'],
    ['120 chai for 2', 120, 'chai for 2', 'food-dining'],
    ['milk 2 litres 120', 120, 'milk 2 litres', 'groceries'],
    ['milk 2l 120', 120, 'milk 2l', 'groceries'],
    ['500ml milk 32', 32, '500ml milk', 'groceries'],
    ['aloo 5kg 150', 150, 'aloo 5kg', 'groceries'],
    ['1/2 kg paneer 200', 200, '1/2 kg paneer', 'groceries'],
    ['atta 10.125 kg 420', 420, 'atta 10.125 kg', 'groceries'],
    ['1 dozen eggs 84', 84, '1 dozen eggs', 'groceries'],
    ['6 eggs 42', 42, '6 eggs', 'groceries'],
    ['10 chai 100', 100, '10 chai', 'food-dining'],
    ['50 samosas 500', 500, '50 samosas', 'food-dining'],
    ['gym 3 months 4500', 4500, 'gym 3 months', 'health'],
    ['दूध 2 लीटर 120', 120, 'दूध 2 लीटर', 'groceries'],
    ['hotel 2 nights 5000', 5000, 'hotel 2 nights', 'travel'],
    ['airtel 84 days 859', 859, 'airtel 84 days', 'utilities-recharge'],
    ['7up 40', 40, '7up', ''],
    ['3d movie 500', 500, '3d movie', 'entertainment'],
    ['500 3d movie', 500, '3d movie', 'entertainment'],
    ['20% off shirt 700', 700, '20% off shirt', 'shopping'],
    ['2 bhk rent 25000', 25000, '2 bhk rent', 'rent'],
    ['milk2l 120', 120, 'milk2l', 'groceries'],
    ['gave to 25 kids 300', 300, 'gave to 25 kids', ''],
    // What is bought by the piece.
    ['5 samosa @ 20 each', 100, '5 samosa', 'food-dining'],
    ['4 samosa at 15 each', 60, '4 samosa', 'food-dining'],
    ['2 tickets 250 each movie', 500, '2 tickets movie', 'entertainment'],
    ['10 books @ ₹45 each', 450, '10 books', 'education'],
    // Years, times, references, names.
    ['book 1984 350', 350, 'book 1984', 'education'],
    ['tax 2025 4500', 4500, 'tax 2025', 'taxes-fees'],
    ['diwali 2026 gifts 900', 900, 'diwali 2026 gifts', 'festivals-gifts'],
    ['uber 250 at 10:30', 250, 'uber at 10:30', 'transport'],
    ['uber 250 at 7', 250, 'uber at 7', 'transport'],
    ['7pm uber 250', 250, '7pm uber', 'transport'],
    ['8 baje auto 60', 60, '8 baje auto', 'transport'],
    ['auto sector 62 80', 80, 'auto sector 62', 'transport'],
    ['recharge 9876543210 299', 299, 'recharge 9876543210', 'utilities-recharge'],
    ['invoice 4411 paper 90', 90, 'invoice 4411 paper', ''],
    ['UPI432 chai 20', 20, 'UPI432 chai', 'food-dining'],
    ['release v1.2.3 party 900', 900, 'release v1.2.3 party', ''],
    ['mobile 15000', 15000, 'mobile', ''],
    ['mobile 9876543 299', 299, 'mobile 9876543', ''],
    ['iphone 15 80000', 80000, 'iphone 15', 'shopping'],
    ['redmi note 13 17999', 17999, 'redmi note 13', 'shopping'],
    ['ps5 55000', 55000, 'ps5', 'shopping'],
    ['section 80c 50000', 50000, 'section 80c', ''],
    ['5 star 20', 20, '5 star', ''],
    ['bus 500d 25', 25, 'bus 500d', 'transport'],
    ['b-302 repair 3500', 3500, 'b-302 repair', ''],
    ['7-eleven 120', 120, '7-eleven', ''],
    ['24x7 medical 300', 300, '24x7 medical', 'health'],
    ['auto 50 sector 18 to 62', 50, 'auto sector 18 to 62', 'transport'],
    ['10th class tuition 2500', 2500, '10th class tuition', 'education'],
    // Sums.
    ['chai 120+50', 170, 'chai', 'food-dining'],
    ['120 + 50 chai', 170, 'chai', 'food-dining'],
    ['samosa 3 x 15', 45, 'samosa', 'food-dining'],
    ['120 chai 120', 120, 'chai 120', 'food-dining'],
    ['500/- 3 coffees', 500, '3 coffees', 'food-dining'],
    ['50 yesterday k', 50, 'k', '', '2026-11-24'],
    // Words: whole ones, and the likeliest.
    ['mother 500', 500, 'mother', ''],
    ['apple watch 25000', 25000, 'apple watch', 'shopping'],
    ['sabzi wala 200', 200, 'sabzi wala', 'groceries'],
    ['doodhwala 600', 600, 'doodhwala', 'groceries'],
    ['दूधवाला ६००', 600, 'दूधवाला', 'groceries'],
    ['different thing 50', 50, 'different thing', ''],
    ['parent teacher 50', 50, 'parent teacher', 'education'],
    ['school fees 5000', 5000, 'school fees', 'education'],
    ['water bottle 20', 20, 'water bottle', ''],
    ['water bill 400', 400, 'water bill', 'utilities-recharge'],
    ['other 40', 40, 'other', ''],
    ['household help 3000', 3000, 'household help', 'household-help'],
    ['anya school fees 2500', 2500, 'anya school fees', 'c-1'],
    ['anya shoes 2500', 2500, 'anya shoes', 'shopping'],
    ['anya 2500', 2500, 'anya', 'c-1'],
    ['900 the usual', 900, 'the usual', 'groceries'],
    ['10 <b>tea</b>', 10, '<b>tea</b>', 'food-dining'],
    ['may 5', 5, 'may', ''],
    ['120 chai 31 feb', 120, 'chai 31 feb', 'food-dining'],
    // Days.
    ['120 chai yesterday', 120, 'chai', 'food-dining', '2026-11-24'],
    ['uber 250 mon', 250, 'uber', 'transport', '2026-11-23'],
    ['uber 250 last week', 250, 'uber', 'transport', '2026-11-18'],
    ['uber 250 2 days back', 250, 'uber', 'transport', '2026-11-23'],
    ['2 days back uber 250', 250, 'uber', 'transport', '2026-11-23'],
    ['uber 250 a week ago', 250, 'uber', 'transport', '2026-11-18'],
    ['uber 250 12th', 250, 'uber', 'transport', '2026-11-12'],
    ['12th 250', 250, '', '', '2026-11-12'],
    ['uber 250 12-11', 250, 'uber', 'transport', '2026-11-12'],
    ['12/11 uber 250', 250, 'uber', 'transport', '2026-11-12'],
    ['uber 250 12/11/2026', 250, 'uber', 'transport', '2026-11-12'],
    ['uber 250 parson', 250, 'uber', 'transport', '2026-11-23'],
    ['कल दूध ६०', 60, 'दूध', 'groceries', '2026-11-24'],
    ['आज दूध ६०', 60, 'दूध', 'groceries', TODAY],
    ['परसों दूध ६०', 60, 'दूध', 'groceries', '2026-11-23'],
    ['kal do sau ki sabzi', 200, 'ki sabzi', 'groceries', '2026-11-24'],
    ['2.5k rent 1 nov', 2500, 'rent', 'rent', '2026-11-01'],
    ['rent 1st nov 2025 15000', 15000, 'rent', 'rent', '2025-11-01'],
    ['१२ नवंबर दूध ६०', 60, 'दूध', 'groceries', '2026-11-12'],
    ['chai 20 (yesterday)', 20, 'chai', 'food-dining', '2026-11-24'],
    ['3 coffees 300 last friday', 300, '3 coffees', 'food-dining', '2026-11-20'],
  ])('%s', (line, rupees, description, expected, date = TODAY) => {
    expect(read(line)).toMatchObject({
      read: { amount_paise: Math.round(rupees * 100), description, category: expected, date },
      choices: {},
      problem: null,
    });
  });
});

describe('a line that leaves a choice', () => {
  test.each([
    ['120 chai, 50 samosa', [120, 50, 170]],
    ['₹120 chai ₹50 samosa', [120, 50, 170]],
    ['uber 250 12', [250, 12, 262]],
    ['book 350 notebook 45', [350, 45, 395]],
    ['pizza 2 300', [2300, 300]],
    ['chai 50 pizza 2 300', [50, 2300, 300]],
    ['2 kg aloo 3 kg pyaz @ 30', [30]],
    ['chai 1,50', [1.5, 150]],
    ['2 litres milk', [2]],
    ['milk 2l', [2, 200000]],
    ['house 25 L', [25, 2500000]],
    ['3 chai 3 samosa', [3, 6]],
    ['$50 amazon', [50]],
    ['50 usd amazon', [50]],
    ['2 kg aloo @ 30', [60, 30]],
    ['2 kg aloo @ 30 each', [60, 30]],
    ['samosa 15 rs each 4', [60, 15]],
    ['3 idli at 15', [45, 15]],
    ['bread 45 eggs 84', [45, 84, 129]],
    ['photo 4x6 print 20', [24, 20, 44]],
    ['500-600', [500, 600]],
    ['uber 250-300', [250, 300]],
    ['rs 500-600 sabzi', [500, 600]],
    ['₹500-₹600 shoes', [500, 600]],
    ['500 to 600 shoes', [500, 600]],
    ['dinner 1200/4', [300]],
    ['1200-50 shirt', [1150]],
    ['shirt 1200 - 50', [1200, 50, 1150]],
    ['shirt 1200 - 50 off', [1200, 50, 1150]],
    ['500 - 50 cashback', [500, 50, 450]],
    ['500 cr market auto', [500, 500e7]],
    ['20 plates', [20]],
    ['ref 4411', [4411]],
    ['chai 120 or 1.005', [120]],
  ])('%s could be ₹%j', (line, rupees) => {
    const { read: fields, choices } = read(line);
    expect(fields.amount_paise).toBe(null);
    expect(choices.amount_paise?.map((paise) => paise / 100)).toEqual(rupees);
    // Nothing of it is lost before it is chosen.
    expect(fields.description).toBe(line);
  });

  test.each([
    ['uber 250 next friday', ['2026-11-27', '2026-12-04'], 'uber'],
    ['uber 250 nxt fri', ['2026-11-27', '2026-12-04'], 'uber'],
    ['uber 250 friday next', ['2026-11-27', '2026-12-04'], 'uber'],
    ['24/7 store 340', ['2026-07-24', TODAY], '24/7 store'],
    ['1/2 coffee 30', ['2026-02-01', TODAY], '1/2 coffee'],
    ['next week rent 250', ['2026-12-02', TODAY], 'next week rent'],
    ['10th fees 900', ['2026-11-10', TODAY], '10th fees'],
    ['hotel 12 nov to 15 nov ₹9000', ['2026-11-12', '2026-11-15'], 'hotel 12 nov to 15 nov'],
  ])('%s could be of %j', (line, dates, description) => {
    const { read: fields, choices } = read(line);
    expect(choices).toEqual({ date: dates });
    expect(fields).toMatchObject({ date: dates[0], description });
  });

  test('is read once it is chosen, and all else stays', () => {
    const line = '120 chai, 50 samosa';
    expect(read(line, { amount_paise: 12000 })).toMatchObject({
      read: { amount_paise: 12000, description: 'chai, 50 samosa' },
      choices: {},
    });
    expect(read(line, { amount_paise: 5000 }).read.description).toBe('120 chai, samosa');
    expect(read(line, { amount_paise: 17000 }).read.description).toBe(line);
    expect(read('uber 250 next friday', { date: '2026-12-04' })).toMatchObject({
      read: { date: '2026-12-04', description: 'uber' },
      choices: {},
    });
    expect(read('10th fees 900', { date: TODAY }).read.description).toBe('10th fees');
  });

  test('keeps it when what was chosen is not in it any more', () =>
    expect(read('120 chai, 60 samosa', { amount_paise: 5000 }).choices.amount_paise).toEqual([
      12000, 6000, 18000,
    ]));
});

test.each([
  ['agle somvar doodh 60', 60, 'doodh', '2026-11-30'],
  ['अगले सोमवार दवा २५०', 250, 'दवा', '2026-11-30'],
  ['coming monday tea 20', 20, 'tea', '2026-11-30'],
  ['aane wale kal chai 250', 250, 'chai', '2026-11-26'],
  ['2 din baad chai 20', 20, 'chai', '2026-11-27'],
  ['in 2 days chai 20', 20, 'chai', '2026-11-27'],
  ['पिछले हफ्ते सब्जी २००', 200, 'सब्जी', '2026-11-18'],
  ['पिछले शुक्रवार चाय 20', 20, 'चाय', '2026-11-20'],
  ['45th cross auto 60', 60, '45th cross auto', TODAY],
  ['60th birthday cake 900', 900, '60th birthday cake', TODAY],
  ['50-50 biscuit 10', 10, '50-50 biscuit', TODAY],
  ['emi 3/12 4500', 4500, 'emi 3/12', TODAY],
  ['part 2/3 fees 5000', 5000, 'part 2/3 fees', TODAY],
  ['500 रूपये दवा', 500, 'दवा', TODAY],
  ['rs:500 dawai', 500, 'dawai', TODAY],
  [
    'INR 1,450.00 spent on HDFC Bank Card x0000 at SAMPLE on 2026-11-24:12:30:45',
    1450,
    'Sample',
    '2026-11-24',
  ],
  ['Rs.500 spent on SBI card ending 0000 at DEMO MART on 24/11/26', 500, 'Demo Mart', '2026-11-24'],
  ['₹250 paid to Tea Point via PhonePe', 250, 'Tea Point', TODAY],
])('%s is ₹%d of %s, %s', (line, rupees, description, date) =>
  expect(read(line).read).toMatchObject({ amount_paise: rupees * 100, description, date }),
);

test.each([
  ['₹1 lakh 25', 'unreadable'],
  ['₹12 lpa', 'unreadable'],
  ['₹1200 / 4 people', 'unreadable'],
  ['1.005 chai', 'too-fine'],
  ['car 99999999999999', 'too-large'],
  ['chai 0', 'not-above-zero'],
])('%s holds no amount: %s', (line, problem) =>
  expect(read(line)).toMatchObject({ read: { amount_paise: null }, choices: {}, problem }),
);

test.each(['', 'chai', '#tag', 'meet at 10:30', '20% off', 'v1.2.3'])(
  '%j names no amount',
  (line) =>
    expect(read(line)).toMatchObject({ read: { amount_paise: null }, choices: {}, problem: null }),
);

test('what was taken, and what is doubtful, is marked where it stands', () => {
  const marked = (/** @type {string} */ line, chosen = {}) =>
    read(line, chosen).marks.map(({ kind, from, to }) => [kind, line.slice(from, to)]);
  expect(marked('कल दूध ₹६० #घर 2l')).toEqual([
    ['date', 'कल'],
    ['category', 'दूध'],
    ['amount', '₹६०'],
    ['tag', '#घर'],
  ]);
  expect(marked('school 500 fees')).toEqual([
    ['category', 'school'],
    ['amount', '500'],
  ]);
  const line = '120 chai, 50 samosa next friday';
  expect(marked(line)).toEqual([
    ['doubt', '120'],
    ['category', 'chai'],
    ['doubt', '50'],
    ['doubt', 'next friday'],
  ]);
  expect(marked(line, { amount_paise: 5000, date: '2026-11-27' })).toEqual([
    ['category', 'chai'],
    ['amount', '50'],
    ['date', 'next friday'],
  ]);
});

describe('tags', () => {
  test('a whole line', () =>
    expect(read('120 chai #office yesterday').read).toEqual({
      amount_paise: 12000,
      description: 'chai',
      tags: ['office'],
      date: '2026-11-24',
      category: 'food-dining',
    }));
  test('are lower-cased and said once', () =>
    expect(read('10 #A tea #a #दिवाली').read).toMatchObject({
      tags: ['a', 'दिवाली'],
      description: 'tea',
    }));
  test('hold no amount and no day', () =>
    expect(read('tea #2026 10 #yesterday')).toMatchObject({
      read: { amount_paise: 1000, date: TODAY, description: 'tea', tags: ['2026', 'yesterday'] },
    }));
});

describe('what came back', () => {
  test.each(['refund 250 swiggy', '250 Swiggy Refund', 'refunded by swiggy 250'])('%s', (line) =>
    expect(read(line).read).toMatchObject({ kind: 'refund', amount_paise: 25000 }),
  );
  test.each(['250 swiggy', '250 refundable deposit', '250 nonrefund'])('not %s', (line) =>
    expect(read(line).read).not.toHaveProperty('kind'),
  );
});

describe('a message of a bank', () => {
  test('gives amount, payee and day without its noise', () =>
    expect(read('paid Rs.250.00 to SWIGGY on 25-11-26 UPI Ref 432198765')).toEqual({
      read: {
        amount_paise: 25000,
        date: TODAY,
        description: 'Swiggy',
        category: 'food-dining',
        tags: [],
        reference: '432198765',
      },
      marks: [{ kind: 'category', from: 18, to: 24 }],
      choices: {},
      problem: null,
      dated: true,
      leftOut: null,
    }));
  test('of another bank', () =>
    expect(
      read(
        'Rs.1,450.00 debited from A/c XX1234 on 20-11-26 to VPA bescom@okaxis. UPI Ref 632198765432',
      ),
    ).toMatchObject({
      read: { amount_paise: 145000, date: '2026-11-20', category: 'utilities-recharge' },
    }));
  test('whose account has two digits', () =>
    expect(read('Rs 600 debited from a/c XX12 on 20-11-26 to RAJU STORES').read).toMatchObject({
      amount_paise: 60000,
      date: '2026-11-20',
      description: 'Raju Stores',
    }));
  test('that says money came in is no expense', () =>
    expect(
      read('Rs.500.00 credited to A/c XX1234 on 20-11-26 by RAVI. UPI Ref 632198765432'),
    ).toMatchObject({
      read: { amount_paise: null },
      leftOut: 'money in',
    }));
  test('that says money came back is a refund', () =>
    expect(
      read('Rs.500.00 refunded to A/c XX1234 on 20-11-26 by AMAZON. UPI Ref 632198765432'),
    ).toMatchObject({
      read: { kind: 'refund', amount_paise: 50000, date: '2026-11-20', reference: '632198765432' },
      leftOut: null,
    }));
  test('that holds a one-time password is none either', () =>
    expect(read('123456 is your OTP for txn of Rs 500 at AMAZON').leftOut).toBe(
      'one-time password',
    ));
  test.each(['upi chai 20', 'paid 20 to raju upi', 'txn fees 20'])('%s is none', (line) =>
    expect(read(line)).toMatchObject({ read: { amount_paise: 2000 }, leftOut: null }),
  );
});

test('an archived category is not proposed', () =>
  expect(
    readQuickLine('petrol 2000', { ...known, categories: [category('rent', 'Rent')] }).read
      .category,
  ).toBe(''));
