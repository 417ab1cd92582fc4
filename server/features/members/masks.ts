/**
 * The mask of an address: the place down to its district or county, the rest as four stars whatever its
 * length. An address without one keeps two characters.
 */
export function maskAddress(address: string): string {
  const area = /^.{0,20}?[区县旗]|^.{0,20}?市/u.exec(address)?.[0]
  return `${area ?? Array.from(address).slice(0, 2).join('')}****`
}
