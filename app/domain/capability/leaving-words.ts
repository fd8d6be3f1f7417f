const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * An ISO date as "leaves 31 Mar 2027", kept on one line by no-break spaces. The months are spelled here because
 * a browser and a server may abbreviate them differently.
 */
export function leavingWords(leavesOn: string): string {
  const [year, month, day] = leavesOn.split('-').map(Number) as [number, number, number];
  return `leaves\u00A0${day}\u00A0${months[month - 1]}\u00A0${year}`;
}
