// @ts-check
import './bootstrap/require-node.mjs';
import { prepare } from './bootstrap/prepare.mjs';

await prepare({ build: true });
