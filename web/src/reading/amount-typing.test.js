import { describe, expect, test } from 'vitest';
import { afterTyping, fieldText } from './amount-typing.js';

/** Type characters one by one, as a field would. @param {string} keys */
function type(keys, before = '') {
  let field = { text: before, caret: before.length };
  for (const key of keys) {
    const text = field.text.slice(0, field.caret) + key + field.text.slice(field.caret);
    const typed = { before: field.text, text, caret: field.caret + 1, inputType: 'insertText' };
    field = afterTyping(typed);
  }
  return field;
}

describe('while typing', () => {
  test('groups and keeps the caret at the end', () =>
    expect(type('1234567.5')).toEqual({ text: '12,34,567.5', caret: 11 }));
  test('keeps the caret behind the same digit in the middle', () =>
    // 12|3,456 -> 9 typed after the 2
    expect(afterTyping({ before: '1,23,456', text: '1,293,456', caret: 4 })).toEqual({
      text: '12,93,456',
      caret: 4,
    }));
  test('drops zeros in front', () => expect(type('007')).toEqual({ text: '7', caret: 1 }));
  test('takes back a deleted digit’s comma', () =>
    expect(
      afterTyping({ before: '1,234', text: '1,23', caret: 4, inputType: 'deleteContentBackward' }),
    ).toEqual({ text: '123', caret: 3 }));
  test('deletes the digit beside a comma', () =>
    expect(
      afterTyping({ before: '1,234', text: '1234', caret: 1, inputType: 'deleteContentBackward' }),
    ).toEqual({ text: '234', caret: 0 }));
  test('deletes the digit after a comma', () =>
    expect(
      afterTyping({ before: '1,234', text: '1234', caret: 1, inputType: 'deleteContentForward' }),
    ).toEqual({ text: '134', caret: 1 }));
  test('a digit that takes its own place deletes none', () =>
    expect(
      afterTyping({ before: '1,234', text: '1,234', caret: 3, inputType: 'insertText' }),
    ).toEqual({ text: '1,234', caret: 3 }));
  test('a zero in front goes, and the caret stays in front', () =>
    expect(afterTyping({ before: '534', text: '0534', caret: 1, inputType: 'insertText' })).toEqual(
      { text: '534', caret: 0 },
    ));
  test('all zeros in front of what is pasted go', () =>
    expect(
      afterTyping({ before: '', text: '007', caret: 3, inputType: 'insertFromPaste' }),
    ).toEqual({ text: '7', caret: 1 }));
  test('groups again once what stands there is a number like its own', () =>
    expect(type('1,5000').text).toBe('15,000'));
});

describe('nothing that was typed or pasted is changed', () => {
  test.each(['120+50', '120 - 50', '2.5k', '1.5 lakh', '₹२५०', '12.345', '1,5', 'Rs. 500'])(
    '%s typed',
    (text) => expect(type(text).text).toBe(text),
  );
  test.each(['Rs. 1,234.50 debited', '1,20', '1.2.3', 'abc', '25 000', '१२३'])(
    '%s pasted',
    (text) =>
      expect(afterTyping({ before: '', text, caret: 0, inputType: 'insertFromPaste' }).text).toBe(
        text,
      ),
  );
  test('a number before a sum is grouped, with every digit', () =>
    expect(type('1200 - 50').text).toBe('1,200 - 50'));
  test('however long it is', () =>
    expect(type('12345678901234').text.replaceAll(',', '')).toBe('12345678901234'));
});

test('an amount is shown as it would be typed', () => {
  expect([null, 5, 12000, 12345650].map(fieldText)).toEqual(['', '0.05', '120', '1,23,456.50']);
});
