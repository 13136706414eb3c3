/** Words of an Indian household's spending, and the built-in category each points to. */
const WORDS = {
  'food-dining':
    'chai tea coffee lunch dinner breakfast snacks restaurant swiggy zomato biryani dosa idli vada samosa thali pizza burger canteen dhaba juice icecream',
  groceries:
    'grocery milk vegetables veggies sabzi fruits atta rice dal oil eggs bread bigbasket blinkit zepto dmart kirana instamart jiomart',
  transport: 'auto ola uber rapido metro bus train cab taxi rickshaw parking toll fastag local',
  fuel: 'petrol diesel cng fuel',
  rent: 'rent',
  'utilities-recharge':
    'electricity bijli water gas lpg cylinder jio airtel vi bsnl recharge broadband wifi internet mobile dth',
  'household-help': 'maid cook driver gardener bai helper watchman ironing dhobi laundry',
  health: 'doctor medicine medicines pharmacy hospital clinic apollo dentist lab gym',
  education: 'school college tuition fees books course stationery exam',
  shopping: 'amazon flipkart myntra ajio clothes shoes shirt saree kurta jeans electronics nykaa',
  entertainment: 'movie movies netflix hotstar prime spotify concert cricket game games pvr inox',
  travel: 'flight hotel trip irctc airbnb oyo makemytrip visa luggage',
  family: 'kids toys diapers parents',
  'festivals-gifts':
    'diwali holi gift gifts rakhi eid christmas puja pooja wedding donation shagun',
  investments: 'sip mutual stocks ppf nps gold fd zerodha groww',
  insurance: 'insurance lic premium',
  'taxes-fees': 'tax gst fine challan penalty fee',
};

/** @type {Map<string, string>} */
const CATEGORY_BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([category, words]) =>
    words.split(' ').map((word) => /** @type {[string, string]} */ ([word, category])),
  ),
);

/** @param {string} word lower-cased @returns {string | undefined} */
export const categoryByWord = (word) => CATEGORY_BY_WORD.get(word);
