/** The view of categories. */
export const categories = {
  title: 'Categories',
};
