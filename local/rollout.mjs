#!/usr/bin/env node
import { runUnderPinnedNode } from './pinned-node.mjs';

await runUnderPinnedNode('cli.ts');
