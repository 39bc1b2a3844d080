import { runUnderPinnedNode } from './pinned-node.mjs';

await runUnderPinnedNode('start.ts');
