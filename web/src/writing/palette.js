/**
 * Colours for categories. Each has a contrast of 3:1 or more with what lies behind it, light or dark, as
 * WCAG 2.2 asks of graphical objects (1.4.11); the test holds them to it.
 */
export const PALETTE = /** @type {const} */ ([
  { name: 'red', colour: '#e03131' },
  { name: 'orange', colour: '#e8590c' },
  { name: 'copper', colour: '#c2703d' },
  { name: 'gold', colour: '#b58105' },
  { name: 'olive', colour: '#5f8f10' },
  { name: 'green', colour: '#37963b' },
  { name: 'jade', colour: '#2b8a5e' },
  { name: 'cyan', colour: '#1098ad' },
  { name: 'teal', colour: '#0c8599' },
  { name: 'blue', colour: '#1c7ed6' },
  { name: 'indigo', colour: '#5c7cfa' },
  { name: 'violet', colour: '#7950f2' },
  { name: 'purple', colour: '#ae3ec9' },
  { name: 'pink', colour: '#d6336c' },
  { name: 'brown', colour: '#8d6e4f' },
  { name: 'grey', colour: '#6b7785' },
]);
