import { hash } from 'node:crypto';
import { openAside } from '../functions/intake/open-aside.ts';
import { takeIn } from '../functions/intake/take-in.ts';
import { dataFolder } from '../local/data-folder.ts';
import { type Machine, openMachine } from '../local/machine.ts';
import { instant } from '../shared/calendar/day.ts';
import { aim } from './report.ts';
import { sampleFiles } from './sample-facts.ts';

/**
 * Hands in the sample's largest extract a second time, months later, and counts what that adds: facts to
 * the ledger and its index, messages to the state step. The hand-in itself keeps its announcement, its
 * object and its receipt, as every upload does.
 */
export async function sameFileAgain(data: string): Promise<readonly string[]> {
  const machine = await openMachine(dataFolder(data));
  try {
    const writes = { ledger: 0, index: 0, messages: 0 };
    const receipt = await takeIn(counting(machine, writes))({
      uploadId: await announced(machine),
      version: null,
      scan: 'none',
    });
    if (receipt === undefined) throw new Error('the upload was not taken in');
    const said = `${receipt.rows} rows, ${receipt.unchanged} unchanged, ${receipt.accepted} accepted`;
    const total = writes.ledger + writes.index + writes.messages;
    return [
      `the same file again (${said}): ${writes.ledger} writes to the ledger, ${writes.index} to the index, ${writes.messages} messages, ${aim(total === 0, 'none')}`,
    ];
  } finally {
    await machine.close();
  }
}

type Writes = { ledger: number; index: number; messages: number };

/** The machine's own stores, with each write that would add evidence counted. */
function counting(machine: Machine, writes: Writes): Parameters<typeof takeIn>[0] {
  const { quarantine, originals, notices, work, ledger, index, news } = machine;
  return {
    ...{ quarantine, originals, notices, work },
    open: openAside,
    ledger: {
      ...ledger,
      commit: (upload, facts) => {
        writes.ledger += 1;
        return ledger.commit(upload, facts);
      },
    },
    index: {
      ...index,
      add: async (facts) => {
        const items = await index.add(facts);
        writes.index += items;
        return items;
      },
    },
    messages: {
      send: (codes, validAt) => {
        writes.messages += 1;
        return news.send(codes, validAt);
      },
    },
  };
}

async function announced({ work, quarantine }: Machine): Promise<string> {
  const extracts = sampleFiles().filter(({ name }) => name.startsWith('extract-'));
  const file = extracts.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const bytes = new TextEncoder().encode(file.text);
  const uploadId = 'the-same-file-again';
  await work.announce({
    uploadId,
    sha256: hash('sha256', bytes, 'hex'),
    fileName: file.name,
    sender: file.sender,
    receivedAt: instant('2024-03-01T09:00:00Z'),
    asAt: file.asAt,
  });
  await quarantine.putIfAbsent(uploadId, bytes);
  return uploadId;
}
