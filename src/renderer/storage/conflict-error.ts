/** Thrown inside the transaction, which it rolls back: a record is not what the change says it was. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
  /** The id of the record, where it is known. */
  readonly recordId: string | null;

  constructor(message: string, recordId: string | null = null) {
    super(message);
    this.recordId = recordId;
  }
}
