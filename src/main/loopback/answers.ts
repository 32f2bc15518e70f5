/** What the server says to one request, before the headers that every answer carries. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A page of plain words for a person, kept by no cache. */
export function plainPage(
  status: number,
  title: string,
  sentences: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${sentences}</p>
</main>
</body>
</html>
`;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
    body,
  };
}

/** For whoever has no key, a used one, or a wrong one. */
export const notAdmitted: Answer = plainPage(
  403,
  'This address does not open Dateline',
  'Each address that Dateline prints opens it once. Your articles and annotations are safe. ' +
    'Start Dateline again: it opens its window, or prints a new address.',
);

/** For a request that names another host or comes from another page. */
export const notFromHere: Answer = plainPage(
  403,
  'This request is not for Dateline',
  'Dateline answers only its own page on this machine. Start Dateline again to open it.',
);

/** For a path that names no file of the page. */
export const notFound: Answer = plainPage(
  404,
  'There is no such page',
  'Dateline has one page only. Close this window and start Dateline again.',
);

/** For a method that the path does not take. */
export const notAllowed: Answer = plainPage(
  405,
  'This request is not allowed',
  'Dateline’s page can only be read.',
  { Allow: 'GET, HEAD' },
);

/** For bytes that are not a request at all. */
export const notUnderstood: Answer = plainPage(
  400,
  'This request cannot be understood',
  'Start Dateline again to open it.',
);

/** For a bug on this side, which is logged. */
export const notWorking: Answer = plainPage(
  500,
  'Dateline could not answer',
  'Something went wrong in Dateline. What was saved is safe. Start Dateline again.',
);
