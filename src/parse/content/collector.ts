import type {
	Fence,
	Finding,
	Heading,
	ProcedureStep,
	RawHtml,
	Reference,
	TextSection,
} from '../../model/index.ts';
import type { LineTable } from '../../model/lines.ts';
import type { AnchorIds } from './anchor-ids.ts';
import type { TagLedger } from './paired-tags.ts';

/** What the one walk over a tree gathers; lists grow in document order. */
export interface Collector {
	readonly text: string;
	readonly file: string;
	readonly lines: LineTable;
	readonly ids: AnchorIds;
	readonly headings: Heading[];
	readonly references: Reference[];
	readonly procedure: ProcedureStep[];
	readonly fences: Fence[];
	readonly rawHtml: RawHtml[];
	readonly findings: Finding[];
	readonly tags: TagLedger;
	readonly sections: SectionWriter;
	/** Definition identifier → index of the reference it makes, apart for links and images. */
	readonly definitions: Map<string, Definition>;
	/** Identifiers of footnotes that have a text, and of those that the text calls. */
	readonly footnotes: Set<string>;
	readonly usedFootnotes: Set<string>;
	/** Title that the frontmatter gives; the heading that repeats it is the title too. */
	readonly givenTitle: string | undefined;
	/** The first heading of depth one that stands by itself, once met. */
	titleHeading: Heading | undefined;
}

/** Where a reference-style target is written, and the references made of it. */
export interface Definition {
	readonly url: string;
	readonly start: number;
	readonly end: number;
	link?: number;
	image?: number;
}

/** Gathers the plain text of a document by headings. */
export interface SectionWriter {
	open(anchor: string, heading: string): void;
	write(text: string): void;
	finish(): TextSection[];
}

/** A line break that is more than one `\n`; of a run of blanks only the first may begin it, or long runs take their square. */
const LOOSE_BREAK = /(?<![ \t])[ \t]+[\r\n]\s*|\r\s*|\n\s+/g;

export function sectionWriter(): SectionWriter {
	const sections: TextSection[] = [];
	let current = { anchor: '', heading: '' };
	let parts: string[] = [];
	const close = (): void => {
		const text = withTightBreaks(parts.join('').trim());
		if (text !== '' || current.anchor !== '') sections.push({ ...current, text });
	};
	return {
		open(anchor, heading) {
			close();
			current = { anchor, heading };
			parts = [];
		},
		write(text) {
			parts.push(text);
		},
		finish() {
			close();
			return sections;
		},
	};
}

/** Most sections are one paragraph: they have no breaks. */
function withTightBreaks(text: string): string {
	return text.includes('\n') || text.includes('\r') ? text.replace(LOOSE_BREAK, '\n') : text;
}
