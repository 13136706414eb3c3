/** The dialog that adds and edits an expense. */
export const expense = {
  addTitle: 'New expense',
  editTitle: 'Edit expense',
  added: '{amount} added to {category}.',
  saved: 'Saved.',
  deleted: '{amount} deleted.',
  restored: '{amount} is back.',
};
