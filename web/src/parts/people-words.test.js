import { expect, test } from 'vitest';
import { nameOfEmail } from './people-words.js';

test.each([
  ['meera.rao@example.com', 'Meera'],
  ['asha_1984@example.com', 'Asha'],
  ['आशा@example.com', 'आशा'],
  ['12@example.com', ''],
  ['', ''],
])('%s is called %s until they say', (email, name) => expect(nameOfEmail(email)).toBe(name));
