/** What is told of the device: comes after the page is at rest, or with what is shared. */
export const release = {
  new: 'A new version of Expense Tracker is here.',
  take: 'Use it now',
  none: 'Leave the page open: this browser cannot open it without a network.',
};

export const install = {
  offer: 'Expense Tracker can be an app on this device: one tap to open, also without a network.',
  take: 'Install it',
};

export const shared = {
  failed:
    'What you shared could not be taken: this device is full. Free some space and share it again, or copy it and paste it here.',
};
