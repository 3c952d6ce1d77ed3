import { statSync } from 'node:fs';

/** Files that take longest, and then those that start servers before the quick ones of the rules. */
const kinds = [
  /(real-market|real-data|backup|killed|refused-start|first-start|behind-nginx|coalition|every-route|storm|booking-races|places|planning)(\.int)?\.spec/,
  /[\\/]tests[\\/](api|faults)[\\/]/,
  /\.int\.spec/,
  /./,
];

/** The longest first, so that the workers end together; a fresh clone knows no times, and needs none. */
export default class LongestFirst {
  sort(tests) {
    const order = new Map(tests.map((test) => [test, [kindOf(test.path), -statSync(test.path).size]]));
    return [...tests].sort((one, other) => {
      const [[kind, size], [otherKind, otherSize]] = [order.get(one), order.get(other)];
      return kind - otherKind || size - otherSize;
    });
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Nothing is remembered.
  }
}

const kindOf = (path) => kinds.findIndex((kind) => kind.test(path));
