/** Outlines on a 16 × 16 grid, drawn with a stroke of the text's colour. */
export const ICONS = {
	search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14',
	menu: 'M2 4h12M2 8h12M2 12h12',
	language:
		'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2.3 8h11.4M8 2c2 1.7 2.6 3.7 2.6 6S10 12.3 8 14M8 2C6 3.7 5.4 5.7 5.4 8S6 12.3 8 14',
	contrast: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12M8 5l3.4-1.9M8 8.5l5.3-3M8 12l5.6-3.3',
	copy: 'M5.5 5.5h7.5v8.5h-7.5zM10.5 5.5V2H3v8.5h2.5',
	link: 'M6.8 9.2a2.8 2.8 0 0 0 4 0l2.2-2.2a2.8 2.8 0 0 0-4-4l-.8.8M9.2 6.8a2.8 2.8 0 0 0-4 0L3 9a2.8 2.8 0 0 0 4 4l.8-.8',
	arrow: 'M3 8h10M9 4l4 4-4 4',
	chevron: 'm6 3 5 5-5 5',
	plus: 'M8 3v10M3 8h10',
	minus: 'M3 8h10',
	fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
	screen: 'M2 3h12v8.5H2zM6 14h4',
	clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.5V8l2.5 1.5',
	alert: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.5v.4',
	original: 'M3 4.5 4.8 3.5v9M11 4.5l1.8-1v9M8.2 6.4v.3M8.2 10v.3',
	rows: 'M2 3h12v10H2zM2 8h12',
	columns: 'M2 3h12v10H2zM8 3v10',
	download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
	print: 'M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z',
	locate: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM8 1v4M8 11v4M1 8h4M11 8h4',
	close: 'm4 4 8 8M12 4l-8 8',
	file: 'M4 1.8h5l3 3v9.4H4zM9 1.8v3h3',
} as const;

export type IconName = keyof typeof ICONS;
