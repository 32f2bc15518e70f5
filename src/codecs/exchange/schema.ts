import { z } from 'zod';
import type { Shape, ValueOf } from '../../core/records/shape';
import { exchangeLeaves } from '../records/leaves';
import { schemaOf } from '../records/schema-of';
import { exportShape } from './shapes';

/** What checks a part of an export. */
export function exchangeSchemaOf<S extends Shape>(shape: S): z.ZodType<ValueOf<S>> {
  return schemaOf(shape, exchangeLeaves);
}

/** The published JSON Schema (draft 2020-12) as the text of `resources/schema/dateline-1.schema.json`. */
export function formatJsonSchema(): string {
  const generated = z.toJSONSchema(exchangeSchemaOf(exportShape), { target: 'draft-2020-12' });
  const { $schema, ...rest } = generated;
  const schema = {
    $schema,
    $id: 'dateline-1.schema.json',
    title: 'Dateline export, version 1',
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
