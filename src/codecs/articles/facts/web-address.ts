/** `address` when it is an absolute web address, undefined otherwise: never a script, a file or a piece of one. */
export function asWebAddress(address: string | undefined): string | undefined {
  const trimmed = address?.trim() ?? '';
  // The length comes first: the pattern takes a long time over a long address that is none.
  return trimmed.length <= 2048 && /^https?:\/\/[^\s/"<>\\]+(?:[/?#][^\s"<>\\]*)?$/i.test(trimmed)
    ? trimmed
    : undefined;
}
