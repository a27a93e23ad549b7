import { fontFaces, withFonts } from './process-fonts.ts';
import { siteRoot } from './site-root.ts';

/** Pixels per unit of the drawing, as long as a canvas can hold that many. */
const SCALE = 2;
const MOST_SIDE = 16_000;
const MOST_AREA = 120_000_000;

/** The buttons below the drawing: a picture made of the SVG file, and printing the drawing alone. */
export function wireExports(figure: HTMLElement): void {
	const png = figure.querySelector<HTMLButtonElement>('[data-export="png"]');
	const state = figure.querySelector<HTMLElement>('.drawing-exports-state');
	png?.addEventListener('click', async () => {
		const { svg = '', name = '', failed = '' } = png.dataset;
		png.disabled = true;
		if (state) state.textContent = '';
		try {
			save(await pictureOf(svg), `${fileName(name)}.png`);
		} catch {
			if (state) state.textContent = failed;
		} finally {
			png.disabled = false;
		}
	});
	figure.querySelector('[data-export="print"]')?.addEventListener('click', () => {
		const root = siteRoot();
		root.dataset['print'] = 'drawing';
		addEventListener('afterprint', () => delete root.dataset['print'], { once: true });
		print();
	});
}

async function pictureOf(address: string): Promise<Blob> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(response.statusText);
	const svg = withFonts(await response.text(), await fontFaces());
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const { naturalWidth: width, naturalHeight: height } = image;
	const scale = scaleFor(width, height);
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((done, fail) => {
		canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png');
	});
}

export function scaleFor(width: number, height: number): number {
	return Math.min(SCALE, MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_AREA / (width * height)));
}

/** A name that every file system takes. */
export function fileName(name: string): string {
	return name
		.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 120);
}

function save(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
