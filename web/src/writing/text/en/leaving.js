/** What is asked before somebody leaves the device: comes when it is. */
export const leaving = {
  clearDeviceSure:
    'Everything that Expense Tracker keeps on this device is removed, for everybody who used it here: the copy of the expenses, changes that are not saved yet, settings and the app itself. What is saved stays on the server. You are signed out.',
  pendingAtSignOut: {
    one: 'One change is not saved yet. Signing out removes it from this device for good. Sign out all the same?',
    other:
      '{count} changes are not saved yet. Signing out removes them from this device for good. Sign out all the same?',
  },
};
