/** The link by which a calendar reads what is due: comes with its card. */
export const calendar = {
  title: 'In your calendar',
  text: 'A calendar app can show what is due in the next 60 days, and remind you in the morning of the day before.',
  warning:
    'Whoever has the link can read the names and amounts of what recurs, without signing in.',
  make: 'Make a link',
  since: 'There is a link since {date}. It was shown once, when it was made.',
  again: 'Make a new link',
  againHint: 'With a new one, the present one ends.',
  revoke: 'End the link',
  made: 'The link is made. It is shown only now.',
  address: 'Link for your calendar',
  copy: 'Copy the link',
  copied: 'Copied.',
  notCopied: 'That did not work: select the link and copy it.',
  how: 'Add it as a subscription: in Google Calendar, “Other calendars”, “From URL”; on an iPhone, Calendar, “Add Subscription Calendar”.',
  ended: 'The link opens nothing any more.',
  failed: 'That did not work. Please try again.',
  loading: 'Looking whether there is a link…',
};
