import { getColor } from '@zendeskgarden/react-theming';
import type { DefaultTheme } from 'styled-components';

/** Hues that stay apart for people who do not see red and green alike; dashes and hatching tell the rest. */
const HUES = ['blue', 'yellow', 'green', 'purple', 'red'];

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [4, 4]];

const POINTS = ['circle', 'rectRot', 'triangle', 'rect', 'star'] as const;

/** The strokes of a tile of 8 by 8 pixels, as pairs of ends; none: filled. */
const HATCHES: [number, number, number, number][][] = [
  [],
  [
    [0, 8, 8, 0],
    [-2, 2, 2, -2],
    [6, 10, 10, 6],
  ],
  [[0, 4, 8, 4]],
  [
    [0, 0, 8, 8],
    [0, 8, 8, 0],
  ],
  [[4, 0, 4, 8]],
];

const TILE_PX = 8;

/** A colour for each series in turn, as strong as the theme's text needs on its ground. */
export function toColors(theme: DefaultTheme): string[] {
  return HUES.map((hue) => getColor({ theme, hue, light: { shade: 700 }, dark: { shade: 500 } }));
}

/** The dashes of a line, by the place of its series. */
export function toDash(index: number): number[] {
  return DASHES[index % DASHES.length] ?? [];
}

/** The shape of the points of a line, by the place of its series. */
export function toPoint(index: number): (typeof POINTS)[number] {
  return POINTS[index % POINTS.length] ?? 'circle';
}

/** The first series is filled, each further one hatched in its own way. */
export function toFill(
  context: CanvasRenderingContext2D,
  index: number,
  color: string,
): string | CanvasPattern {
  const strokes = HATCHES[index % HATCHES.length] ?? [];
  const tile = document.createElement('canvas');
  tile.width = TILE_PX;
  tile.height = TILE_PX;
  const pen = tile.getContext('2d');
  if (strokes.length === 0 || !pen) return color;
  pen.strokeStyle = color;
  pen.lineWidth = 2;
  for (const [fromX, fromY, toX, toY] of strokes) {
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
  }
  return context.createPattern(tile, 'repeat') ?? color;
}
