/** What is told of the device: comes after the page is at rest. */
export const release = {
  new: 'A new version of Expense Tracker is here.',
  take: 'Use it now',
};

export const install = {
  offer: 'Expense Tracker can be an app on this device: one tap to open, also without a network.',
  take: 'Install it',
};
