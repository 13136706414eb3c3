/** How months are counted: comes with its form. */
export const months = {
  title: 'Your month',
  start: 'A month begins on day',
  first: '1, as in the calendar',
  day: '{day}',
  present: 'This month is {days}.',
  startHint:
    'Such as the day your salary comes. The overview, budgets and charts follow, for past months too. Years and financial years stay as they are.',
  carry: 'Carry budgets over',
  carryHint:
    'From {from} on: what is left of a budget is added to the next month’s, what it was overspent by is taken off. It is worked out anew each time, so a change to an earlier expense counts too.',
  save: 'Save',
  saved: 'Your months are counted so from now on.',
  notSaved: 'That could not be saved: {reason}',
};
