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
    jalebi, paan, khana, khaana, nashta, naashta, beer, food court,
    खाना, नाश्ता, चाय, कॉफी, लंच, डिनर, समोसा, समोसे, कचौरी, बिरयानी, डोसा, इडली, वड़ा, पराठा, थाली, पिज्जा, मिठाई,
    जलेबी, चाट, पानी पूरी, गोलगप्पे, लस्सी, जूस, पान, टॉफी, चॉकलेट, आइसक्रीम, टिफिन, ढाबा, रेस्टोरेंट`,
  groceries: `grocery, groceries, supermarket, provisions, ration, kirana, kiraana, bigbasket, blinkit, zepto, dmart,
    instamart, jiomart, mother dairy, amul, milk, doodh, curd, dahi, paneer, butter, ghee, cheese, bread, egg, anda,
    ande, vegetable, veg, veggies, sabzi, sabji, subzi, tarkari, bhaji, fruit, phal, apple, banana, kela, mango, aam,
    onion, pyaz, pyaaz, potato, aloo, tomato, tamatar, rice, chawal, atta, aata, maida, dal, daal, oil, tel, sugar,
    cheeni, chini, salt, namak, masala, spices, chicken, mutton, fish, water can, biscuit, soap, detergent, sabun,
    किराना, राशन, दूध, दही, पनीर, मक्खन, घी, ब्रेड, अंडा, अंडे, सब्जी, सब्जियां, तरकारी, फल, सेब, केला, केले, आम,
    प्याज, आलू, टमाटर, चावल, आटा, मैदा, दाल, तेल, चीनी, नमक, मसाला, मसाले, चिकन, मटन, मछली, बिस्कुट, साबुन`,
  transport: `transport, commute, auto, autorickshaw, rickshaw, riksha, ola, uber, rapido, blusmart, cab, taxi, metro,
    bus, train, local train, parking, toll, fastag, bus pass, metro card, namma yatri,
    ऑटो, रिक्शा, ओला, उबर, कैब, टैक्सी, मेट्रो, बस, ट्रेन, रेल, पार्किंग, टोल`,
  fuel: `petrol, diesel, cng, fuel, petrol pump, पेट्रोल, डीजल, सीएनजी, ईंधन`,
  rent: `rent, house rent, lease, makan kiraya, ghar ka kiraya, मकान का किराया, घर का किराया, रेंट`,
  'utilities-recharge': `utility, utilities, electricity, bijli, bijlee, water bill, water tax, water tanker,
    pani ka bill, gas, lpg, cylinder, recharge, mobile bill, phone bill, mobile recharge, jio, airtel, bsnl,
    vi recharge, vodafone, broadband, wifi, internet, dth, tata sky, postpaid, prepaid, bescom, msedcl,
    बिजली, पानी का बिल, गैस, सिलेंडर, रिचार्ज, मोबाइल बिल, फोन बिल, इंटरनेट, वाईफाई, ब्रॉडबैंड`,
  'household-help': `maid, cook, driver, gardener, bai, kaamwali, kamwali, naukrani, watchman, nanny, ayah, ironing,
    dhobi, laundry, mali, safai, plumber, electrician, carpenter, urban company,
    बाई, कामवाली, नौकरानी, ड्राइवर, माली, धोबी, चौकीदार, प्लंबर, आया`,
  health: `health, doctor, medicine, medical, pharmacy, chemist, hospital, clinic, dentist, lab test, blood test, gym,
    yoga, physio, vaccine, spectacles, apollo, pharmeasy, netmeds, dawa, dawai, davai, dava, aspatal, ilaj,
    दवा, दवाई, दवाइयां, डॉक्टर, अस्पताल, क्लिनिक, इलाज, चश्मा, जिम, योग`,
  education: `education, school, college, tuition, coaching, course, stationery, stationary, book, notebook, pencil, exam,
    school bag, school bus, school fees, college fees, tuition fees, exam fees, parent teacher, udemy, byjus, library,
    kitab, kitaab, padhai, स्कूल, कॉलेज, ट्यूशन, कोचिंग, किताब, किताबें, कॉपी, पेंसिल, पढ़ाई, परीक्षा, स्कूल फीस`,
  shopping: `shopping, amazon, flipkart, myntra, ajio, nykaa, meesho, clothes, clothing, shoe, chappal, sandal, shirt,
    tshirt, jeans, saree, sari, kurta, kurti, dress, jacket, electronics, laptop, headphones, charger, furniture,
    cosmetics, kapde, kapda, joote, jute, कपड़े, कपड़ा, जूते, चप्पल, साड़ी, कुर्ता, शर्ट, शॉपिंग, खरीदारी`,
  entertainment: `entertainment, movie, cinema, netflix, hotstar, spotify, amazon prime, prime video, youtube premium,
    concert, cricket, game, pvr, inox, bookmyshow, picnic, film, पिक्चर, फिल्म, सिनेमा, खेल, क्रिकेट`,
  travel: `travel, flight, hotel, airbnb, oyo, irctc, makemytrip, goibibo, trip, visa, luggage, train ticket, homestay,
    yatra, resort, होटल, यात्रा, फ्लाइट, घूमना`,
  family: `family, kids, child, children, baby, toy, diaper, diapers, parents, pocket money, khilona, khilone, bachche,
    परिवार, बच्चे, बच्चों, खिलौना, खिलौने, माता पिता, जेबखर्च`,
  'festivals-gifts': `diwali, deepavali, holi, gift, rakhi, eid, christmas, pongal, onam, navratri, puja, pooja, temple,
    mandir, wedding, shaadi, shadi, birthday gift, donation, daan, chanda, shagun, prasad, tohfa, rangoli, crackers,
    दिवाली, दीपावली, होली, राखी, ईद, पूजा, मंदिर, शादी, दान, चंदा, शगुन, तोहफा, उपहार, प्रसाद, पटाखे`,
  investments: `investment, sip, mutual fund, mutual, stocks, shares, ppf, nps, gold, fd, fixed deposit,
    recurring deposit, zerodha, groww, kuvera, nivesh, निवेश, म्यूचुअल फंड, शेयर`,
  insurance: `insurance, lic, health insurance, car insurance, term plan, policy, beema, bima, बीमा, इंश्योरेंस`,
  'taxes-fees': `tax, gst, income tax, property tax, challan, penalty, court fee, bank charges, late fee,
    टैक्स, चालान, जुर्माना`,
};

/** What goes with many things, and counts only where nothing else says what for. */
const WEAK = {
  'taxes-fees': 'fee, charges, fine, फीस',
  rent: 'kiraya, kiraaya, किराया',
  insurance: 'premium',
  'utilities-recharge': 'bill, बिल',
};

/** English plurals point where their singulars do. @param {string} word */
const looked = (word) => {
  const singular = /^[a-z]{2,}[^s]s$/iu.test(word) ? word.slice(0, -1) : word;
  return spelling(singular);
};

/** @param {Record<string, string>} words by category @returns {Map<string, string>} category by phrase */
const byPhrase = (words) =>
  new Map(
    Object.entries(words).flatMap(([category, phrases]) =>
      phrases.split(',').map((phrase) => {
        /** @type {[string, string]} */
        const entry = [wordsOf(phrase).map(looked).join(' '), category];
        return entry;
      }),
    ),
  );

const STRONG_PHRASES = byPhrase(WORDS);
const WEAK_PHRASES = byPhrase(WEAK);
const LONGEST = Math.max(...[...STRONG_PHRASES.keys()].map((phrase) => phrase.split(' ').length));

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
  const found = [];
  for (const phrases of [STRONG_PHRASES, WEAK_PHRASES]) {
    for (let length = LONGEST; length > 0; length--) {
      for (let at = 0; at + length <= words.length; at++) {
        const category = phrases.get(looks.slice(at, at + length).join(' '));
        if (category) found.push({ category, from: words[at].from, to: words[at + length - 1].to });
      }
    }
  }
  return found;
}

/** @param {string} text @returns {string[]} the ids of the categories that its words point to */
export const categoriesIn = (text) => [
  ...new Set(pointersIn(text).map(({ category }) => category)),
];
