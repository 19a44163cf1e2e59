/**
 * Names of bodies from names of bodies: the organisation a committee leads, the letters of its symbol, the short name
 * that signs. Words of the Party's vocabulary are taken from the names themselves; no level is known here.
 */

/**
 * The organisation a committee leads, for the top line of a header: 'Huyện ủy Kim Bảng' -> 'Đảng bộ huyện Kim Bảng',
 * 'Đảng ủy xã Ba Sao' -> 'Đảng bộ xã Ba Sao'. A name of another shape stays as it is.
 */
export function organisationOf(committee: string): string {
  const [first = '', second = '', ...rest] = committee.split(' ')
  if (!/^(?:ủy|uỷ)$/u.test(second)) return committee
  const level = first === 'Đảng' ? [] : [first.toLowerCase()]
  return ['Đảng bộ', ...level, ...rest].join(' ')
}

/** The committee of an organisation: 'Đảng bộ xã Ba Sao' -> 'Đảng ủy xã Ba Sao'. */
export function committeeOf(organisation: string): string {
  return organisation.replace(/^Đảng bộ(?= |$)/u, 'Đảng ủy')
}

/** The first two words of a name, which say what kind of body it is: 'Chi bộ', 'Đảng ủy', 'Huyện ủy'. */
export function levelOf(name: string): string {
  return name.split(' ').slice(0, 2).join(' ')
}

/** Letters of a symbol: 'Đảng ủy' -> 'ĐU', 'Ban Tổ chức Huyện ủy' -> 'BTCHU'. A proposal; offices write their own. */
export function symbolOf(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[\s-]+/u)
    .map((word) => Array.from(word)[0]?.toUpperCase() ?? '')
    .join('')
    .normalize('NFC')
}

/**
 * A body whose name ends with the kind of its office, taken apart: 'Ban Thường vụ Huyện ủy' of 'Huyện ủy Kim Bảng' is
 * short 'Ban Thường vụ', full 'Ban Thường vụ Huyện ủy Kim Bảng'.
 */
export function bodyOf(body: string, offices: readonly string[]): { readonly short: string; readonly full: string } {
  for (const office of offices) {
    if (office === '') continue
    if (body.endsWith(` ${office}`)) return { short: body.slice(0, -office.length - 1), full: body }
    const level = levelOf(office)
    if (body.endsWith(` ${level}`))
      return { short: body.slice(0, -level.length - 1), full: `${body.slice(0, -level.length)}${office}` }
    if (body === level) return { short: level, full: office }
  }
  return { short: body, full: body }
}
