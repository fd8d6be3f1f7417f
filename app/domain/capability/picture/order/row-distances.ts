/** How far apart a value and no value, or an unknown one, are: half the range of levels. */
const strangeness = 2;

/**
 * How unlike rows are: for every two, the mean absolute difference of their values over the columns in which at least one of them has
 * something to compare (Gower's coefficient, "A general coefficient of similarity and some of its properties", Biometrics 27, 1971, with
 * two values of their own beside the numbers: NaN, nothing to compare, and Infinity, unknown). Unknown and unknown are alike; either of
 * the two against a number, or against each other, stands 2 apart. Two rows without anything to compare are alike.
 * The answer is a square, row after row: the distance of i and j, 0 or more, is at i * n + j.
 */
export function rowDistances(vectors: readonly (readonly number[])[]): Float64Array {
  const count = vectors.length;
  const distances = new Float64Array(count * count);
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 1; other < count; other += 1) {
      const distance = distanceOf(vectors[one]!, vectors[other]!);
      distances[one * count + other] = distance;
      distances[other * count + one] = distance;
    }
  }
  return distances;
}

function distanceOf(one: readonly number[], other: readonly number[]): number {
  let [sum, compared] = [0, 0];
  for (let column = 0; column < one.length; column += 1) {
    const [a, b] = [one[column]!, other[column]!];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    compared += 1;
    if (Number.isFinite(a) && Number.isFinite(b)) sum += Math.abs(a - b);
    else if (a !== b) sum += strangeness;
  }
  return compared === 0 ? 0 : sum / compared;
}
