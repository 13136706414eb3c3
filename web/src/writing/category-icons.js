import { svg } from 'lit';

/** Strokes on a 24-unit square for the built-in categories, drawn for this app. */
/** @type {Record<string, string>} */
const PATHS = {
  'food-dining': 'M6 3v7a2.5 2.5 0 005 0V3M8.5 12.5V21M16 3c-1.5 1-2.5 3-2.5 6s1 4 2.5 4zM16 13v8',
  groceries: 'M4 9h16l-1.5 11h-13zM8 9l3-6M16 9l-3-6M9.5 13v3.5M14.5 13v3.5',
  transport: 'M6 4h12v13H6zM6 11h12M9 17v3M15 17v3M9 14h.01M15 14h.01',
  fuel: 'M5 20V4h8v16M4 20h10M5 10h8M13 12h2.5v5a1.5 1.5 0 003 0V9L16 6',
  rent: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  'utilities-recharge': 'M13 3L6 13.5h5L10 21l8-11h-5.5z',
  'household-help': 'M14 4l-4 8M7.5 11.5h6L16 20H5zM17 5v4M15 7h4',
  health: 'M12 20S4 15 4 9.5A4.3 4.3 0 0112 7a4.3 4.3 0 018 2.5C20 15 12 20 12 20z',
  education: 'M3 9l9-4.5L21 9l-9 4.5zM7 11.5V16c3 2 7 2 10 0v-4.5M21 9v5',
  shopping: 'M5 8h14l1 12H4zM9 10.5V7a3 3 0 016 0v3.5',
  entertainment: 'M4 6h16v12H4zM4 10h16M8 6l-1.5 4M13 6l-1.5 4M18 6l-1.5 4',
  travel: 'M3 13.5l18-7.5-5 13-4-5.5zM12 13.5L21 6',
  family:
    'M8 5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM16.5 8a2 2 0 100 4 2 2 0 000-4zM3.5 19c.3-4 2-6 4.5-6s4.2 2 4.5 6M13.5 15.5c.8-.8 1.8-1.2 3-1.2 2.3 0 3.8 1.7 4 4.7',
  'festivals-gifts':
    'M4 9h16v4H4zM5.5 13v7h13v-7M12 9v11M12 9C9 9 7.5 7.5 8 6s3.5-1 4 3c.5-4 3.5-4.5 4-3s-1 3-4 3',
  investments: 'M4 19h16M6 15l4-4.5 3 3L19 7M15 7h4v4',
  insurance: 'M12 3l7.5 3v5.5c0 5-3 8-7.5 9.5-4.5-1.5-7.5-4.5-7.5-9.5V6zM9 11.5l2.2 2.2L15.2 10',
  'taxes-fees': 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 8h5M9.5 12h5',
  other: 'M5 12h.01M12 12h.01M19 12h.01',
};
const OWN = 'M4 4h8l8.5 8.5-8 8L4 12zM8 8h.01';

/** A decorative picture of a category. @param {string} id @param {number} [size] in px */
export function categoryIcon(id, size = 20) {
  return svg`<svg
    class="icon"
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${PATHS[id] ?? OWN} />
  </svg>`;
}
