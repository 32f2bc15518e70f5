// @ts-check
import { reportDownloads } from './download-report.mjs';

// Loaded by `node --import` ahead of a tool that downloads.
reportDownloads();
