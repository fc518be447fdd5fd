/** Red, green and blue of a colour in linear light, 0–1. */
export type Linear = readonly [number, number, number];

type Matrix = readonly [Linear, Linear, Linear];

/** How people see colours, as what reaches them: Machado, Oliveira, Fernandes 2009, severity 1.0, in linear light. */
export const VISIONS: Readonly<Record<'normal' | 'protan' | 'deutan' | 'tritan', Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: Matrix, [r, g, b]: Linear): Linear =>
  matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Linear;

const decoded = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const encoded = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);

/** sRGB as stored, 0–1, of `#rrggbb`. */
const partsOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

export const linearOf = (hex: string): Linear => partsOf(hex).map(decoded) as unknown as Linear;

/** A colour at an opacity on a ground, mixed as browsers do: in sRGB as stored. */
export const mixed = (hex: string, ground: string, opacity: number): Linear => {
  const below = partsOf(ground);
  return partsOf(hex).map((part, index) =>
    decoded(part * opacity + below[index]! * (1 - opacity)),
  ) as unknown as Linear;
};

/** WCAG 2: 1–21. */
export function contrast(one: Linear, other: Linear): number {
  const luminance = ([r, g, b]: Linear) => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return high / low;
}

/** CIE L*, a*, b* under D65. */
export type Lab = readonly [number, number, number];

const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE = times(TO_XYZ, [1, 1, 1]);

/** What somebody sees of a colour, as L*a*b*. */
export function seen(colour: Linear, vision: keyof typeof VISIONS): Lab {
  const inGamut = times(VISIONS[vision], colour).map((part) => decoded(encoded(Math.min(1, Math.max(0, part)))));
  const [x, y, z] = times(TO_XYZ, inGamut as unknown as Linear).map((part, index) => {
    const t = part / WHITE[index]!;
    return t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116;
  }) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
const hueOf = (a: number, b: number): number => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
const gray = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

/** CIEDE2000 as in Sharma, Wu, Dalal 2005; about 1 is just noticed, 20 is told apart at a glance. */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const stretch = 1.5 - 0.5 * gray((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2);
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const {turn, hue} = between(h1, h2, c1 * c2 === 0);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.2 * cos(4 * hue - 63);
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * c);
  const dh = (2 * Math.sqrt(c1 * c2) * sin(turn / 2)) / (1 + 0.015 * c * t);
  const rotation = -2 * gray(c) * sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)));
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}

/** From one hue to another the short way, and the hue in the middle; a grey has none. */
function between(h1: number, h2: number, isGray: boolean): {readonly turn: number; readonly hue: number} {
  if (isGray) return {turn: 0, hue: h1 + h2};
  if (Math.abs(h2 - h1) <= 180) return {turn: h2 - h1, hue: (h1 + h2) / 2};
  return {
    turn: h2 > h1 ? h2 - h1 - 360 : h2 - h1 + 360,
    hue: h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2,
  };
}
