import { NAMED_COLOURS } from './named-colours.ts';

/** sRGB, 0–255; alpha 0–1. */
export interface Colour {
	readonly r: number;
	readonly g: number;
	readonly b: number;
	readonly a: number;
}

/** Every way of writing a colour that drawings use; other colour functions stay as they are. */
export const COLOUR = new RegExp(
	`#[\\da-f]{3,8}\\b|\\b(?:rgb|hsl)a?\\([^()]*\\)|(?<![\\w#.-])(?:${[...NAMED_COLOURS.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\w(-])`,
	'gi',
);

/** Reads one colour as CSS writes it; undefined for anything else. */
export function parseColour(text: string): Colour | undefined {
	const lower = text.trim().toLowerCase();
	const hex = lower.startsWith('#') ? lower.slice(1) : NAMED_COLOURS.get(lower);
	if (hex !== undefined) return parseHex(hex);
	const call = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(lower);
	if (!call) return undefined;
	const parts = (call[2] ?? '').split(/[\s,/]+/).filter(Boolean);
	const [x, y, z] = parts.map(Number.parseFloat);
	if (x === undefined || y === undefined || z === undefined || ![x, y, z].every(Number.isFinite))
		return undefined;
	const alpha = parts[3] === undefined ? 1 : Number.parseFloat(parts[3]) / (parts[3].endsWith('%') ? 100 : 1);
	const a = Number.isFinite(alpha) ? Math.min(1, Math.max(0, alpha)) : 1;
	if (call[1] === 'hsl') return { ...fromHsl(x, y / 100, z / 100), a };
	const scale = parts[0]?.endsWith('%') ? 2.55 : 1;
	return { r: channel(x * scale), g: channel(y * scale), b: channel(z * scale), a };
}

function parseHex(hex: string): Colour | undefined {
	const long = hex.length <= 4 ? hex.replace(/./g, '$&$&') : hex;
	if (!/^(?:[\da-f]{6}|[\da-f]{8})$/.test(long)) return undefined;
	const at = (index: number): number => Number.parseInt(long.slice(index, index + 2), 16);
	return { r: at(0), g: at(2), b: at(4), a: long.length === 8 ? at(6) / 255 : 1 };
}

function channel(value: number): number {
	return Math.min(255, Math.max(0, Math.round(value)));
}

/** Hue in degrees, the others 0–1. */
export function fromHsl(hue: number, saturation: number, lightness: number): Colour {
	const part = (n: number): number => {
		const k = (n + hue / 30) % 12;
		const most = saturation * Math.min(lightness, 1 - lightness);
		return channel(255 * (lightness - most * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
	};
	return { r: part(0), g: part(8), b: part(4), a: 1 };
}

export function keyOf({ r, g, b }: Colour): number {
	return (r << 16) | (g << 8) | b;
}

/** Hue in degrees and HSL saturation 0–1. */
export function hueOf({ r, g, b }: Colour): { hue: number; saturation: number } {
	const most = Math.max(r, g, b);
	const least = Math.min(r, g, b);
	const range = most - least;
	if (range === 0) return { hue: 0, saturation: 0 };
	const raw = most === r ? ((g - b) / range) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
	const lightness = (most + least) / 510;
	return { hue: (raw * 60 + 360) % 360, saturation: range / 255 / (1 - Math.abs(2 * lightness - 1)) };
}

/** Relative luminance 0–1. Source: WCAG 2.2. */
export function luminanceOf({ r, g, b }: Colour): number {
	const linear = (value: number): number => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
