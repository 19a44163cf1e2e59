/** One sample of each kind, for a map that wants at least one of them. */
export function each<const From, To>(
  [first, ...rest]: readonly [From, ...From[]],
  make: (from: From) => To,
): readonly [To, ...To[]] {
  return [make(first), ...rest.map(make)]
}
