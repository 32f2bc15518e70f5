import type {
  DecodedExport,
  DecodeProgress,
  ExportRefusal,
} from '../../codecs/exchange/decode-export';
import { err, ok, type Result } from '../../core/result';
import { askWorker } from './ask-worker';
import { ImportAssembly, type ImportTask } from './import-parts';

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
  async read(
    bytes: Uint8Array,
    { onProgress, signal }: ImportReading,
  ): Promise<Result<DecodedExport, ReadRefusal>> {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
      type: 'module',
      name: 'import',
    });
    const assembly = new ImportAssembly();
    const answered = await askWorker<ImportTask>(worker, bytes, {
      signal,
      transfer: [bytes.buffer],
      onPart: (part) => {
        if (part.kind === 'progress') onProgress(part.progress);
        else assembly.take(part);
      },
    });
    worker.terminate();
    if (!answered.ok)
      return err({ code: answered.error.code === 'stopped' ? 'cancelled' : 'unreadable' });
    const read = answered.value;
    return read.ok ? ok({ ...read.value, articles: assembly.articles }) : read;
  }
}
