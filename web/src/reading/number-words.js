/**
 * Numbers that are said: English up to 99, and Hindi up to 99 in both of its scripts with its halves and
 * quarters, such as `dhai` (2½), `sadhe teen` (3½), `paune do` (1¾).
 */

import { spelling } from './spelling.js';

/** @typedef {import('./numbers.js').Fraction} Fraction */

const ENGLISH =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
/** From one to 99; what is said in several ways has a stroke between them. */
const HINDI = [
  'ek do teen|tin char panch chhah|chhe saat aath nau das|dus',
  'gyarah barah terah chaudah pandrah solah satrah atharah unnis bees',
  'ikkis bais teis chaubis pachchis|pachees chhabbis sattais atthais untis tees',
  'ikattis|iktis battis taintis|tetis chauntis|chautis paintis chhattis saintis adtis|artis untalis chalis',
  'iktalis bayalis taintalis chavalis|chauvalis paintalis chhiyalis saintalis adtalis unchas pachas',
  'ikyavan|ikavan bavan tirpan chauvan pachpan chhappan sattavan atthavan unsath saath',
  'iksath basath tirsath chaunsath painsath chhiyasath sadsath adsath unhattar sattar',
  'ikhattar bahattar tihattar chauhattar pachhattar|pachattar chhihattar satahattar athhattar unyasi assi',
  'ikyasi bayasi tirasi chaurasi pachasi chhiyasi sattasi atthasi navasi nabbe',
  'ikyanve banve tiranve chauranve pachanve chhiyanve sattanve atthanve ninyanve|ninyanbe',
  'एक दो तीन चार पांच|पाँच छह|छः|छे सात आठ नौ दस',
  'ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह अठारह उन्नीस बीस',
  'इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस|अठ्ठाईस उनतीस तीस',
  'इकतीस|इकत्तीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस',
  'इकतालीस बयालीस तैंतालीस चौवालीस|चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास',
  'इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ',
  'इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर',
  'इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी',
  'इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे',
  'इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे',
];

/** @type {Map<string, number>} */
const HINDI_VALUES = new Map();
for (const [row, words] of HINDI.entries()) {
  for (const [column, spellings] of words.split(' ').entries()) {
    const value = (row % 10) * 10 + column + 1;
    for (const word of spellings.split('|')) HINDI_VALUES.set(spelling(word), value);
  }
}
const ONES = new Map(ENGLISH.split(' ').map((word, index) => [word, index + 1]));
const TENS = new Map(ENGLISH_TENS.split(' ').map((word, index) => [word, (index + 2) * 10]));

/** In quarters, and alone: `sava sau` is 125. @type {[Set<string>, number, number | null][]} */
const BESIDE = [
  [new Set(['sava', 'सवा']), 1, 5],
  [new Set(['sadhe', 'sarhe', spelling('साढ़े')]), 2, null],
  [new Set(['paune', 'pone', 'पौने']), -1, null],
];
const ALONE = new Map([
  ['dedh', 6],
  ['derh', 6],
  [spelling('डेढ़'), 6],
  ['dhai', 10],
  ['adhai', 10],
  ['ढाई', 10],
]);

/**
 * The number that words begin with.
 *
 * @param {string[]} words
 * @returns {{value: Fraction, count: number} | null} `count`: how many of the words it takes
 */
export function spokenNumber([first = '', second = '']) {
  const [one, two] = [spelling(first), spelling(second)];
  for (const [names, quarters, alone] of BESIDE) {
    if (!names.has(one)) continue;
    const whole = HINDI_VALUES.get(two);
    if (whole) return { value: { n: BigInt(whole * 4 + quarters), d: 4n }, count: 2 };
    return alone === null ? null : { value: { n: BigInt(alone), d: 4n }, count: 1 };
  }
  const halves = ALONE.get(one);
  if (halves) return { value: { n: BigInt(halves), d: 4n }, count: 1 };
  const tens = TENS.get(first.toLowerCase());
  const ones = ONES.get(second.toLowerCase()) ?? 10;
  if (tens && ones < 10) return { value: { n: BigInt(tens + ones), d: 1n }, count: 2 };
  const value = tens ?? ONES.get(first.toLowerCase()) ?? HINDI_VALUES.get(one);
  return value ? { value: { n: BigInt(value), d: 1n }, count: 1 } : null;
}
