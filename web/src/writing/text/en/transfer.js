/** Bringing expenses to another ledger. */
export const transfer = {
  title: 'To another ledger',
  to: 'Which ledger',
  own: 'Your own',
  move: 'Move it there',
  copy: 'Copy it, and keep it here too',
  category: 'Category there',
  categoryNeeded: 'There is no category of that name there. Choose one, and go on.',
  go: 'Go on',
  which: { one: 'One expense, {amount}', other: '{shown} expenses, {amount}' },
  progress: '{done} of {all} …',
  tooMany: 'No more than {most} can go at a time. Narrow the list by dates.',
  unsent: 'Not all of this has reached the server yet. Try again in a moment.',
  moved: {
    one: '{amount} is in “{name}” now, and no longer here.',
    other: '{shown} expenses, {amount}, are in “{name}” now, and no longer here.',
  },
  rulesStay: {
    one: 'One recurs: its rule stays, and goes on here.',
    other: '{shown} recur: their rules stay, and go on here.',
  },
  copied: {
    one: '{amount} is in “{name}” too now.',
    other: '{shown} expenses, {amount}, are in “{name}” too now.',
  },
  stayed: {
    one: 'One did not go to “{name}”; the others did.',
    other: '{shown} did not go to “{name}”.',
  },
  one: '{date}, {amount}: {reason}',
  more: { one: 'and one more', other: 'and {shown} more' },
  stale: 'Somebody has changed it meanwhile. Look at it again before it goes.',
  gone: 'It is not here any more.',
  conflict: 'It is in “{name}” already. Delete it here, if it is not to be here as well.',
  duplicate: 'The same payment is recorded in “{name}” already.',
  invalid: 'It can’t go to “{name}”: {reason}',
  failed: 'It did not go: {reason}',
};
