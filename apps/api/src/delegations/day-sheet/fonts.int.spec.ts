import { expect, it } from '@jest/globals';
import { readOnce } from './fonts.ts';

it('a font that could not be read once is read again, and then kept', async () => {
  let reads = 0;
  const bytesOf = readOnce((file) =>
    ++reads === 1 ? Promise.reject(new Error('too many open files')) : Promise.resolve(Buffer.from(file)),
  );
  await expect(bytesOf('Noto')).rejects.toThrow('too many open files');
  expect([String(await bytesOf('Noto')), String(await bytesOf('Noto')), reads]).toEqual(['Noto', 'Noto', 2]);
});
