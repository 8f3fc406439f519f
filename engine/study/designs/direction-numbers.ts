// Direction numbers of a Sobol sequence: by dimension after the first, the polynomial's degree and inner bits, then the first m.
// Source: Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008),
// the set new-joe-kuo-6.21201 on https://web.maths.unsw.edu.au/~fkuo/sobol/ (dimensions 2 to 21).

export interface Direction {
  readonly degree: number;
  readonly inner: number;
  readonly first: readonly number[];
}

const direction = (degree: number, inner: number, ...first: number[]): Direction => ({ degree, inner, first });

export const directions: readonly Direction[] = [
  direction(1, 0, 1),
  direction(2, 1, 1, 3),
  direction(3, 1, 1, 3, 1),
  direction(3, 2, 1, 1, 1),
  direction(4, 1, 1, 1, 3, 3),
  direction(4, 4, 1, 3, 5, 13),
  direction(5, 2, 1, 1, 5, 5, 17),
  direction(5, 4, 1, 1, 5, 5, 5),
  direction(5, 7, 1, 1, 7, 11, 19),
  direction(5, 11, 1, 1, 5, 1, 1),
  direction(5, 13, 1, 1, 1, 3, 11),
  direction(5, 14, 1, 3, 5, 5, 31),
  direction(6, 1, 1, 3, 3, 9, 7, 49),
  direction(6, 13, 1, 1, 1, 15, 21, 21),
  direction(6, 16, 1, 3, 1, 13, 27, 49),
  direction(6, 19, 1, 1, 1, 15, 7, 5),
  direction(6, 22, 1, 3, 1, 15, 13, 25),
  direction(6, 25, 1, 1, 5, 5, 19, 61),
  direction(7, 1, 1, 3, 7, 11, 23, 15, 103),
  direction(7, 4, 1, 3, 7, 13, 13, 15, 69),
];
