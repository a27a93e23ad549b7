/** Two paths that fold alike differ in letter case or Unicode form only: one file on many disks. */
export function foldPath(path: string): string {
	return path.normalize('NFC').toLowerCase();
}
