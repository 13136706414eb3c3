/** What was refused, and what was deleted: comes with the list of it. */
export const unsettled = {
  title: 'Deleted and refused',
  refused: 'Not accepted',
  refusedHint: 'Correct them and save again, or let them go.',
  add: 'New: {amount}, {category}, {date}',
  edit: 'Changed: {amount}, {category}, {date}',
  delete: 'Deleted: {amount}, {category}, {date}',
  deleted: 'Deleted in the last 30 days',
  deletedHint: 'On every device. Ctrl+Z brings back what was deleted here last.',
  deletedHere: 'On this device only: the others’ could not be asked for.',
  more: 'Show earlier ones',
  expense: '{amount}, {category}, {date}',
  nothingHere:
    'Nothing was refused, and nothing has been deleted on this device. What others deleted could not be asked for.',
  nothing: 'Nothing was refused, and nothing has been deleted in the last 30 days.',
  review: 'Correct',
  letGo: 'Let go',
  restore: 'Bring back',
  reviewThis: 'Correct: {what}',
  letGoThis: 'Let go: {what}',
  restoreThis: 'Bring back: {what}',
};
