/** The list of expenses. */
export const expenses = {
  title: 'Expenses',
};
