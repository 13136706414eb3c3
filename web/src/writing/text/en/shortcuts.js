/** The keys: come with the list of them. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  add: 'Add an expense',
  quick: 'Add in one line',
  search: 'Search expenses',
  overview: 'Go to the overview',
  expenses: 'Go to expenses',
  recurring: 'Go to recurring expenses',
  categories: 'Go to categories',
  import: 'Go to import and export',
  previous: 'Previous period (overview)',
  next: 'Next period (overview)',
  undo: 'Bring back what was deleted last',
  notice: 'Go to the latest notice',
  help: 'Show this list',
  close: 'Close a dialog',
  use: 'Use single-key shortcuts',
};
