import type { ExportFormatName } from '../../core/formats';
import { type ExportSource, encodeExport } from './encode-export';

/** What writes each format of exports, in chunks of bytes. The same source gives the same bytes. */
export const exportEncoders: Readonly<
  Record<ExportFormatName, (source: ExportSource) => AsyncIterable<Uint8Array>>
> = { dateline: encodeExport };
