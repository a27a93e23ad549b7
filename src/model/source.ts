/** A document file as it was read. `path` is relative to the project root, `/` separators, NFC. */
export interface SourceFile {
	readonly path: string;
	/** Strictly decoded UTF-8, without a byte order mark; line ends as on disk. */
	readonly text: string;
	/** SHA-256 of the bytes, hexadecimal. */
	readonly hash: string;
	/** Path relative to the documents folder it was found in; routes and kinds by folder come from it. */
	readonly docPath: string;
	/** Last commit that touched the file, when the project is a git checkout. */
	readonly vcs?: { readonly lastChanged: string };
}

/** A file that is not a document but may be referred to: an image, a download. */
export interface AssetFile {
	/** Relative to the project root. */
	readonly path: string;
	/** Bytes. */
	readonly size: number;
}
