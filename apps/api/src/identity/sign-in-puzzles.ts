import { Injectable } from '@nestjs/common';
import { beginsWithZeros, solutionOf } from '@forum/domain/identity/sign-in-work';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Config } from '../config.ts';
import { newSecret } from './secrets.ts';

const validSeconds = 300;

/** A puzzle and what a browser found for it. */
export interface Work {
  puzzle: string;
  nonce: number;
}

/**
 * Puzzles for browsers that want a code while many are asked for. The server keeps none: a puzzle holds what it is worth,
 * until when and for which address, under a keyed hash, so any node knows it again.
 */
@Injectable()
export class SignInPuzzles {
  constructor(private readonly config: Config) {}

  /** A new puzzle for an address. */
  make(mail: string, bits: number, now: number): string {
    const facts = [bits, Math.floor(now / 1000) + validSeconds, newSecret()].join('.');
    return `${facts}.${this.#sign(mail, facts)}`;
  }

  /** The bits that a solution for an address is worth now: 0 for one that is wrong, too old, or for another address. */
  worth(mail: string, { puzzle, nonce }: Work, now: number): number {
    const facts = puzzle.slice(0, puzzle.lastIndexOf('.'));
    const [bits = 0, end = 0] = facts.split('.').map(Number);
    const signed = Buffer.from(puzzle.slice(facts.length + 1));
    const expected = Buffer.from(this.#sign(mail, facts));
    if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) return 0;
    if (now > end * 1000) return 0;
    return beginsWithZeros(createHash('sha256').update(solutionOf(puzzle, nonce)).digest(), bits) ? bits : 0;
  }

  #sign(mail: string, facts: string): string {
    return createHmac('sha256', this.config.secret)
      .update(`sign-in puzzle\n${mail}\n${facts}`)
      .digest('base64url');
  }
}
