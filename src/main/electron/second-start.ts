import { z } from 'zod';

const secondStart = z.object({ files: z.array(z.string()) });

/** What a second start tells the first: the files it was given, as absolute paths. */
export type SecondStart = z.infer<typeof secondStart>;

/** The files of a second start; none when what came is not what this version sends. */
export function filesOfSecondStart(data: unknown): readonly string[] {
  const parsed = secondStart.safeParse(data);
  return parsed.success ? parsed.data.files : [];
}
