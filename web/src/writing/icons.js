import { svg } from 'lit';

/** Strokes on a 24-unit square, drawn for this app. */
const PATHS = {
  add: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  down: 'M6 9l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  overview: 'M4 19V5M4 19h16M8 15v-4M12.5 15V7M17 15v-6',
  expenses: 'M4 6h.01M4 12h.01M4 18h.01M9 6h11M9 12h11M9 18h11',
  categories: 'M4 4h7v7H4zM13 13h7v7h-7zM16.5 4a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM7.5 13L4 20h7z',
  recurring:
    'M4.5 11a7.5 7.5 0 0113-4.5L20 9M20 4.5V9h-4.5M19.5 13a7.5 7.5 0 01-13 4.5L4 15M4 19.5V15h4.5',
  import: 'M12 3v12M7.5 10.5L12 15l4.5-4.5M4 20h16',
  export: 'M12 15V3M7.5 7.5L12 3l4.5 4.5M4 20h16',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l4.5 4.5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  calendar: 'M5 6h14v14H5zM5 10.5h14M9 3.5V7M15 3.5V7',
  trash: 'M4 7h16M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5M14 11v5',
  edit: 'M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3',
  archive: 'M4 5h16v4H4zM5.5 9v10h13V9M10 13h4',
  person: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  keyboard: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M8 14.5h8',
  offline: 'M4 4l16 16M7 18h10.5M7 18a4.5 4.5 0 01-.5-9M10 6.2a6 6 0 017.7 5.3 3.5 3.5 0 012.3 5.5',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.2h.01',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 019.5 4.5a8 8 0 1010 10z',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
  phone: 'M8 3h8v18H8zM11 18h2M10.5 10.5l1.2 1.2 2-2.4',
  paste: 'M9 4h6v3H9zM9 5H6v15h12V5h-3M9 12h6M9 16h4',
  signOut: 'M14 4H5v16h9M10 12h10M16.5 8.5L20 12l-3.5 3.5',
  spark: 'M12 3l1.8 5.2L19 10l-5.2 1.8L12 17l-1.8-5.2L5 10l5.2-1.8zM18.5 16v4M16.5 18h4',
  eye: 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z',
  eyeOff:
    'M4 4l16 16M9.5 6c.8-.3 1.6-.5 2.5-.5 3.7 0 7 2 9.5 6.5a16 16 0 01-2.6 3.5M6 8c-1.3 1-2.5 2.3-3.5 4C5 16.5 8.3 18.5 12 18.5c1.6 0 3-.4 4.4-1.1',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * A decorative icon, the size of the text around it; what it means is said by the label next to it
 * or by the button's `aria-label`.
 *
 * @param {IconName} name
 * @param {number} [size] in px
 */
export function icon(name, size = 22) {
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
    focusable="false"
  >
    <path d=${PATHS[name]} />
  </svg>`;
}
