import { z } from 'zod';
import type { Shape, ValueOf } from '../../core/records/shape';
import { exchangeLeaves } from '../records/leaves';
import { schemaOf } from '../records/schema-of';
import { exportVersion, schemaNameOf } from './format';
import { exportShape } from './shapes';

/** What checks a part of an export. */
export function exchangeSchemaOf<S extends Shape>(shape: S): z.ZodType<ValueOf<S>> {
  return schemaOf(shape, exchangeLeaves);
}

/** The published JSON Schema (draft 2020-12) of the version that is written, as the text of its file in `resources/schema`. */
export function formatJsonSchema(): string {
  const generated = z.toJSONSchema(exchangeSchemaOf(exportShape), { target: 'draft-2020-12' });
  const { $schema, ...rest } = generated;
  const schema = {
    $schema,
    $id: schemaNameOf(exportVersion),
    title: `Dateline export, version ${exportVersion}`,
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
