import { call, problemIn } from '@forum/client/http';
import { askForCode } from '@forum/contract/identity/sign-in';
import type { RouteOutput } from '@forum/contract/route';
import { beginsWithZeros, solutionOf } from '@forum/domain/identity/sign-in-work';

interface Puzzle {
  puzzle: string;
  bits: number;
}

/** The puzzle in the details of a refusal, or null. */
function puzzleIn({ puzzle, bits }: Record<string, unknown> = {}): Puzzle | null {
  return typeof puzzle === 'string' && typeof bits === 'number' ? { puzzle, bits } : null;
}

/** Hashes between two looks at the screen. */
const slice = 512;
const mostPuzzles = 3;

interface Asking {
  mail: string;
  language: string;
  /** Called when the browser begins to compute, which may take some seconds. */
  onWork: () => void;
}

/** Asks for a code, and solves the puzzle that the forum wants first while many are asked for. */
export async function askWithWork({
  mail,
  language,
  onWork,
}: Asking): Promise<RouteOutput<typeof askForCode>> {
  let work: { puzzle: string; nonce: number } | undefined;
  for (let solved = 0; ; solved++) {
    try {
      return await call(askForCode, { body: { mail, language, ...(work ? { work } : {}) } });
    } catch (error) {
      const { code, details } = problemIn(error);
      const wanted = puzzleIn(details);
      if (code !== 'auth.work_needed' || !wanted || solved === mostPuzzles) throw error;
      onWork();
      work = await solve(wanted);
    }
  }
}

/** Tries numbers in slices; the browser hashes beside the page, which stays usable. */
async function solve({ puzzle, bits }: Puzzle): Promise<{ puzzle: string; nonce: number }> {
  const encoder = new TextEncoder();
  for (let first = 0; ; first += slice) {
    const nonces = Array.from({ length: slice }, (_, n) => first + n);
    const hashes = await Promise.all(
      nonces.map((nonce) => crypto.subtle.digest('SHA-256', encoder.encode(solutionOf(puzzle, nonce)))),
    );
    const found = hashes.findIndex((hash) => beginsWithZeros(new Uint8Array(hash), bits));
    if (found >= 0) return { puzzle, nonce: first + found };
  }
}
