import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isSignedBy, publicKeyOf, readHead } from '../audit/heads.ts';
import type { Command, PlainCommand } from './command.ts';

/** Shows the key that the auditor needs; the private half never leaves the secret that it follows from. */
export const auditKey: Command = {
  usage: 'audit-key',
  summary: 'print the public key by which an auditor checks the heads that this forum signs',
  run: ({ config, print }) => {
    print(publicKeyOf(config.secret));
    return Promise.resolve(0);
  },
};

/** For the auditor, who has neither the database nor the secret. */
export const verifyHead: PlainCommand = {
  usage: 'verify-head FILE --key KEY',
  summary:
    'check that the forum with this public key has signed the head in a file, such as a part of a mail',
  needs: 'nothing',
  run: async (print, refuse, args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file || !values.key) {
      refuse(`Name a file and a key: ${verifyHead.usage}`);
      return 2;
    }
    const head = readHead(await readFile(file, 'utf8').catch(() => ''));
    if (!head || !isSignedBy(values.key, head)) {
      refuse(`${file} holds no head that was signed with this key.`);
      return 1;
    }
    print(`${head.edition}: link ${head.sequence} is ${head.hash}, signed on ${head.at}`);
    return 0;
  },
};
