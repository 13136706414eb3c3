/** How numbers, amounts and dates are written, and plurals chosen: as in India, in English. */
export const LOCALE = 'en-IN';
