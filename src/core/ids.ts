declare const brand: unique symbol;

/** A string that cannot be mistaken for another kind of string: `Id<'art'>` reads `art_…`. */
export type Id<Prefix extends string> = `${Prefix}_${string}` & { readonly [brand]: Prefix };

/** An article. */
export type ArticleId = Id<'art'>;
/** An annotation. */
export type AnnotationId = Id<'ann'>;
/** The changes that are undone and redone as one step. */
export type GroupId = Id<'grp'>;
/** One store through its life, by which its backups know it. */
export type LineageId = Id<'lin'>;

/** SHA-256 in 64 lower-case hexadecimal digits. */
export type Sha256 = string & { readonly [brand]: 'sha256' };

/** Makes an id of `prefix` from `unique`, which the caller draws (a UUID, say): core has no randomness of its own. */
export function makeId<Prefix extends string>(prefix: Prefix, unique: string): Id<Prefix> {
  if (unique === '') throw new Error('an id needs a unique part');
  return `${prefix}_${unique}` as Id<Prefix>;
}

/** Whether `value` reads as a SHA-256 in hexadecimal. */
export function isSha256(value: string): value is Sha256 {
  return /^[0-9a-f]{64}$/.test(value);
}
