import { beginsWithZeros, solutionOf } from '@forum/domain/identity/sign-in-work';
import { createHash } from 'node:crypto';

/** Solves the puzzle of a refusal as the app does. */
export function solvePuzzle(details: Record<string, unknown>): { puzzle: string; nonce: number } {
  const { puzzle, bits } = details as { puzzle: string; bits: number };
  for (let nonce = 0; ; nonce++) {
    const hash = createHash('sha256').update(solutionOf(puzzle, nonce)).digest();
    if (beginsWithZeros(hash, bits)) return { puzzle, nonce };
  }
}
