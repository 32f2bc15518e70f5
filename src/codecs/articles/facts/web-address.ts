/** `address` when it is an absolute web address, undefined otherwise: never a script, a file or a piece of one. */
export function asWebAddress(address: string | undefined): string | undefined {
  const trimmed = address?.trim() ?? '';
  return /^https?:\/\/[^\s/"<>\\]+(?:[/?#][^\s"<>\\]*)?$/i.test(trimmed) && trimmed.length <= 2048
    ? trimmed
    : undefined;
}
