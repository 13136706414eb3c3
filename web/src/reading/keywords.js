/**
 * The words of an Indian household's spending, and the built-in category each points to: in English, in
 * Hindi and in Hindi's Latin spellings. Whole words only; several together win over one.
 */
import { placesOf, spelling, wordsOf } from './spelling.js';

const WORDS = {
  'food-dining': `food, dining, restaurant, cafe, canteen, dhaba, tiffin, mess, takeaway, zomato, swiggy, dominos,
    kfc, mcdonalds, starbucks, chai, tea, coffee, juice, lassi, lunch, dinner, breakfast, brunch, snack, meal, pizza,
    burger, sandwich, momos, noodles, maggi, biryani, dosa, idli, vada, samosa, kachori, thali, paratha, chaat, bhel,
    pav bhaji, vada pav, pani puri, golgappe, icecream, ice cream, cake, pastry, toffee, chocolate, sweets, mithai,
    jalebi, paan, khana, khaana, nashta, naashta, beer, food court, roti, chapati, naan, kulcha, curry, tikka, kebab,
    kabab, pulao, fried rice, butter chicken, butter masala, egg roll, veg roll, chicken roll, kathi roll, milkshake,
    milk shake, gol gappe, popcorn, lays, kurkure, cold drink, pepsi, coke, frooti, bakery,
    खाना, नाश्ता, चाय, कॉफी, लंच, डिनर, समोसा, समोसे, कचौरी, बिरयानी, डोसा, इडली, वड़ा, पराठा, थाली, पिज्जा, मिठाई,
    जलेबी, चाट, पानी पूरी, गोलगप्पे, लस्सी, जूस, पान, टॉफी, चॉकलेट, आइसक्रीम, टिफिन, ढाबा, रेस्टोरेंट`,
  groceries: `grocery, groceries, supermarket, provisions, ration, kirana, kiraana, bigbasket, blinkit, zepto, dmart,
    instamart, jiomart, mother dairy, amul, milk, doodh, curd, dahi, paneer, butter, ghee, cheese, bread, egg, anda,
    ande, vegetable, veg, veggies, sabzi, sabji, subzi, tarkari, bhaji, fruit, phal, apple, banana, kela, mango, aam,
    onion, pyaz, pyaaz, potato, aloo, tomato, tamatar, rice, chawal, atta, aata, maida, dal, daal, oil, tel, sugar,
    cheeni, chini, salt, namak, masala, spices, chicken, mutton, fish, water can, biscuit, soap, detergent, sabun,
    orange, grapes, lemon, nimbu, kele, tea powder, tea leaves, coffee powder, curry leaves, curry leaf, curry patta, curry powder, chai patti, chaipatti,
    किराना, राशन, दूध, दही, पनीर, मक्खन, घी, ब्रेड, अंडा, अंडे, सब्जी, सब्जियां, तरकारी, फल, सेब, केला, केले, आम,
    प्याज, आलू, टमाटर, चावल, आटा, मैदा, दाल, तेल, चीनी, नमक, मसाला, मसाले, चिकन, मटन, मछली, बिस्कुट, साबुन`,
  transport: `transport, commute, auto, autorickshaw, rickshaw, riksha, ola, uber, rapido, blusmart, cab, taxi, metro,
    bus, train, local train, parking, toll, fastag, bus pass, metro card, namma yatri,
    ऑटो, रिक्शा, ओला, उबर, कैब, टैक्सी, मेट्रो, बस, ट्रेन, रेल, पार्किंग, टोल`,
  fuel: `petrol, diesel, cng, fuel, petrol pump, petrol bunk, gas station, पेट्रोल, डीजल, सीएनजी, ईंधन`,
  rent: `rent, house rent, lease, makan kiraya, ghar ka kiraya, मकान का किराया, घर का किराया, रेंट`,
  'utilities-recharge': `utility, utilities, electricity, bijli, bijlee, water bill, water tax, water tanker,
    pani ka bill, gas, lpg, cylinder, recharge, mobile bill, phone bill, mobile recharge, jio, airtel, bsnl,
    vi recharge, tv recharge, vodafone, broadband, wifi, internet, dth, tata sky, postpaid, prepaid, bescom, msedcl,
    बिजली, पानी का बिल, गैस, सिलेंडर, रिचार्ज, मोबाइल बिल, फोन बिल, इंटरनेट, वाईफाई, ब्रॉडबैंड`,
  'household-help': `maid, cook, driver, gardener, bai, kaamwali, kamwali, naukrani, watchman, nanny, ayah, ironing,
    dhobi, laundry, mali, safai, plumber, electrician, carpenter, urban company, jhadu, pocha, bartan, istri,
    paperwala, kachrewala, chaukidar,
    बाई, कामवाली, नौकरानी, ड्राइवर, माली, धोबी, चौकीदार, प्लंबर, आया`,
  health: `health, doctor, medicine, medical, pharmacy, chemist, hospital, clinic, dentist, lab test, blood test, gym,
    yoga, physio, vaccine, consultation, spectacles, apollo, pharmeasy, netmeds, dawa, dawai, davai, dava, aspatal, ilaj,
    दवा, दवाई, दवाइयां, डॉक्टर, अस्पताल, क्लिनिक, इलाज, चश्मा, जिम, योग`,
  education: `education, school, college, tuition, coaching, course, stationery, stationary, book, notebook, pencil, exam,
    school bag, school bus, school fees, college fees, tuition fees, exam fees, parent teacher, udemy, byjus, library,
    kitab, kitaab, padhai, स्कूल, कॉलेज, ट्यूशन, कोचिंग, किताब, किताबें, कॉपी, पेंसिल, पढ़ाई, परीक्षा, स्कूल फीस`,
  shopping: `shopping, amazon, flipkart, myntra, ajio, nykaa, meesho, clothes, clothing, shoe, chappal, sandal, shirt,
    tshirt, jeans, saree, sari, kurta, kurti, dress, jacket, electronics, laptop, headphones, charger, furniture,
    cosmetics, wristwatch, tv, television, fridge, sofa, mattress, washing machine, iphone, ipad, macbook, airpods, samsung,
    oneplus, redmi, playstation, ps5, kapde, kapda, joote, jute, कपड़े, कपड़ा, जूते, चप्पल, साड़ी, कुर्ता, शर्ट, शॉपिंग, खरीदारी`,
  entertainment: `entertainment, movie, cinema, netflix, hotstar, spotify, amazon prime, prime video, youtube premium,
    concert, cricket, game, pvr, inox, bookmyshow, book my show, picnic, film, पिक्चर, फिल्म, सिनेमा, खेल, क्रिकेट`,
  travel: `travel, flight, hotel, airbnb, oyo, irctc, makemytrip, goibibo, trip, visa, luggage, train ticket, homestay,
    yatra, resort, होटल, यात्रा, फ्लाइट, घूमना`,
  family: `family, kids, child, children, baby, toy, diaper, diapers, parents, pocket money, khilona, khilone, bachche, bachho, bacche,
    परिवार, बच्चे, बच्चों, खिलौना, खिलौने, माता पिता, जेबखर्च`,
  'festivals-gifts': `diwali, deepavali, holi, gift, rakhi, eid, christmas, pongal, onam, navratri, puja, pooja, temple,
    mandir, wedding, shaadi, shadi, birthday gift, donation, daan, chanda, shagun, dakshina, pandit, prasad, tohfa, rangoli, crackers,
    दिवाली, दीपावली, होली, राखी, ईद, पूजा, मंदिर, शादी, दान, चंदा, शगुन, तोहफा, उपहार, प्रसाद, पटाखे`,
  investments: `investment, sip, mutual fund, mutual, stocks, shares, ppf, nps, gold, fd, fixed deposit,
    recurring deposit, zerodha, groww, kuvera, nivesh, निवेश, म्यूचुअल फंड, शेयर`,
  insurance: `insurance, lic, health insurance, car insurance, term plan, policy, beema, bima, बीमा, इंश्योरेंस`,
  'taxes-fees': `tax, gst, income tax, property tax, challan, penalty, court fee, bank charges, late fee,
    टैक्स, चालान, जुर्माना`,
};

/** What is called after what it is made of or looks like: `mango juice`, `apple watch`. */
const MADE = new Set(['food-dining', 'shopping']);

/** What goes with many things, and counts only where nothing else says what for. */
const WEAK = {
  'taxes-fees': 'fee, charges, fine, फीस',
  rent: 'kiraya, kiraaya, किराया',
  insurance: 'premium',
  shopping: 'watch',
  'utilities-recharge': 'bill, बिल',
};

/** Who sells or brings a thing is called after it: `doodhwala`, `sabziwali`, `सब्ज़ीवाले`. */
const SELLER = /(?<=..)(?:val[aieo]n?|वाल(?:ा|ी|े|ों|ो))$/u;

/** English plurals point where their singulars do. @param {string} word */
const singular = (word) => spelling(/^[a-z]{2,}[^s]s$/iu.test(word) ? word.slice(0, -1) : word);

/** @param {Record<string, string>} words by category @returns {Map<string, string>} category by phrase */
const byPhrase = (words) =>
  new Map(
    Object.entries(words).flatMap(([category, phrases]) =>
      phrases.split(',').map((phrase) => {
        /** @type {[string, string]} */
        const entry = [wordsOf(phrase).map(singular).join(' '), category];
        return entry;
      }),
    ),
  );

const STRONG_PHRASES = byPhrase(WORDS);
const WEAK_PHRASES = byPhrase(WEAK);
const PHRASES = [...STRONG_PHRASES.keys(), ...WEAK_PHRASES.keys()];
const LONGEST = Math.max(...PHRASES.map((phrase) => phrase.split(' ').length));
const VOCABULARY = new Set(PHRASES.flatMap((phrase) => phrase.split(' ')));

/** A word as the dictionary has it, or as it is spelled if it has none of its forms. @param {string} word */
function looked(word) {
  const plain = singular(word);
  if (VOCABULARY.has(plain)) return plain;
  const [, name = ''] = /^([\p{L}\p{M}]{3,})\d/u.exec(word) ?? []; // `milk2l`
  const forms = [plain, plain.replace(SELLER, ''), spelling(name)];
  return [...forms, ...forms.flatMap(inflected)].find((form) => VOCABULARY.has(form)) ?? plain;
}

/** `samose` and `जूता`, of which the dictionary has `samosa` and `जूते`. @param {string} word */
const inflected = (word) => [
  word.replace(/(?<=[a-z]{4})e$/u, 'a'),
  word.replace(/े$/u, 'ा'),
  word.replace(/ा$/u, 'े'),
];

/**
 * The words of a text that point to categories.
 *
 * @param {string} text
 * @returns {{category: string, from: number, to: number}[]} the likeliest first: of more words together
 *   first, then as the text goes
 */
export function pointersIn(text) {
  const words = placesOf(text);
  const looks = words.map(({ word }) => looked(word));
  /** @type {{category: string, from: number, to: number}[]} */
  const found = [];
  for (const phrases of [STRONG_PHRASES, WEAK_PHRASES]) {
    for (let length = LONGEST; length > 0; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const category = phrases.get(looks.slice(at, at + length).join(' '));
        if (category) found.push({ category, from: words[at].from, to: words[at + length - 1].to });
      }
    }
  }
  /** @param {{category: string, to: number}} pointer */
  const isMadeOf = ({ category, to }) =>
    category === 'groceries' &&
    found.some((next) => MADE.has(next.category) && text.slice(to, next.from) === ' ');
  return [...found.filter((one) => !isMadeOf(one)), ...found.filter(isMadeOf)];
}

/** @param {string} text @returns {string[]} the ids of the categories that its words point to */
export const categoriesIn = (text) => [
  ...new Set(pointersIn(text).map(({ category }) => category)),
];
