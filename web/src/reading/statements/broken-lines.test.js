import { describe, expect, it } from 'vitest';

import { gluedBy } from './broken-lines.js';
import { readRows } from './statement.js';

describe('lines that were broken', () => {
  it('are one word where each is as long as the others', () => {
    const glued = gluedBy([
      ['UPI-CORNER BAK', 'ERY-CORNERBAKE', 'RY@OKTEST'],
      ['UPI-TEA POINT-', 'TEAPOINT@OK'],
      ['POS 4000 METRO', 'RAIL PUNE'],
    ]);
    expect(glued('UPI-CORNER BAK')).toBe('');
    expect(glued('POS 4000 METR')).toBe(' ');
  });

  it('are words of their own where they are of many lengths, or too few to tell', () => {
    const between = [
      ['UPI-CORNER', 'BAKERY'],
      ['UPI-TEA POINT', 'PUNE'],
      ['METRO', 'RAIL'],
      ['A B', 'C'],
    ];
    expect(gluedBy(between)('UPI-CORNER')).toBe(' ');
    expect(gluedBy([['UPI-CORNER BAK', 'ERY']])('UPI-CORNER BAK')).toBe(' ');
    expect(gluedBy([])('')).toBe(' ');
  });

  it('of a bank that breaks after 14 characters give whole payees', () => {
    const narrations = ['UPI-CORNER BAKERY-CORNERBAKERY@OK', 'UPI-METRO RAILWAY PUNE-METRO@OK'];
    const rows = [['Date', 'Narration', 'Debit', 'Balance']];
    narrations.forEach((text, index) => {
      const [first = '', ...others] = text.match(/.{1,14}/gu) ?? [];
      rows.push([`0${index + 1}/10/2026`, first, '10.00', `${990 - index * 10}.00`]);
      rows.push(...others.map((line) => ['', line, '', '']));
    });
    const read = readRows(rows.map((cells, index) => ({ line: index + 1, cells })));
    expect(read.expenses.map(({ payee, description }) => [payee, description])).toEqual([
      ['Corner Bakery', narrations[0]],
      ['Metro Railway Pune', narrations[1]],
    ]);
  });
});
