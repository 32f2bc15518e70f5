import type {
  DecodedExport,
  DecodeProgress,
  ExportRefusal,
} from '../../codecs/exchange/decode-export';
import { err, type Result } from '../../core/result';
import { ImportAssembly, type ImportMessage } from './import-messages';

/** `unreadable`: the worker failed on the file; `cancelled`: the person stopped it. */
export type ReadRefusal = ExportRefusal | { readonly code: 'unreadable' | 'cancelled' };

/** How an export is read, and how the reading is stopped. */
export interface ImportReading {
  readonly onProgress: (progress: DecodeProgress) => void;
  readonly signal: AbortSignal;
}

/** Reads exports, each in a worker of its own that is ended with it. */
export class ImportReader {
  /** Reads and checks a whole export; its bytes are handed over and no longer usable by the caller. */
  read(
    bytes: Uint8Array,
    { onProgress, signal }: ImportReading,
  ): Promise<Result<DecodedExport, ReadRefusal>> {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
      type: 'module',
      name: 'import',
    });
    const assembly = new ImportAssembly();
    return new Promise((resolve) => {
      const settle = (outcome: Result<DecodedExport, ReadRefusal>): void => {
        worker.terminate();
        resolve(outcome);
      };
      const fail = (): void => settle(err({ code: 'unreadable' }));
      signal.addEventListener('abort', () => settle(err({ code: 'cancelled' })), { once: true });
      worker.addEventListener('error', fail);
      worker.addEventListener('messageerror', fail);
      worker.addEventListener('message', ({ data }: MessageEvent<ImportMessage>) => {
        if (data.kind === 'progress') onProgress(data.progress);
        const outcome = assembly.take(data);
        if (outcome) settle(outcome);
      });
      if (signal.aborted) settle(err({ code: 'cancelled' }));
      else worker.postMessage(bytes, [bytes.buffer]);
    });
  }
}
