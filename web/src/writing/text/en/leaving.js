/** What is asked before somebody leaves the device: comes when it is. */
export const leaving = {
  clearDeviceSure:
    'Everything that Expense Tracker keeps on this device is removed, for everybody who used it here: the copy of the expenses, changes that are not saved yet, settings and the app itself, which stays, empty, where there is no network. What is saved stays on the server. You are signed out.',
  pendingAtSignOut: {
    one: 'One change is not saved: it was not sent yet, or waits for you to look at it. Signing out removes it from this device for good. Sign out all the same?',
    other:
      '{count} changes are not saved, in all your ledgers together: they were not sent yet, or wait for you to look at them. Signing out removes them from this device for good. Sign out all the same?',
  },
};
