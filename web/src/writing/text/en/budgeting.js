/** The form of a budget: comes with it. */
export const budgeting = {
  title: 'Budget: {subject}',
  addTitle: 'New budget',
  subject: 'For',
  choose: 'Choose',
  subjectMissing: 'Choose what the budget is for.',
  amount: 'A month, in rupees',
  from: 'Holds from {from} on. The months before keep theirs.',
  fromUntil:
    'Holds from {from} on. The months before keep theirs; from {until} on it is {amount}, as set already.',
  fromUntilNone:
    'Holds from {from} on. The months before keep theirs; it ends with {until}, as set already.',
  save: 'Save',
  remove: 'No budget from {month} on',
  saved: '{subject}: budget saved, from {month} on.',
  removed: '{subject}: no budget from {month} on.',
};
