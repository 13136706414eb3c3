/** Import, export and sample data. */
export const importing = {
  title: 'Import & export',
};
