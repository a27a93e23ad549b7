import type { Boards } from './boards.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DocumentId, DocumentKey, DocumentKind, Frontmatter, ProcedureStep } from './document.ts';
import type { InterfaceLanguage, Labels, LanguageTag, LocalizedText } from './language.ts';
import type { OverlaySums, OverlayView } from './overlay.ts';
import type { Diagram, Flow, Lane, Step } from './process.ts';
import type { ProcessFacts } from './process-health.ts';
import type { Recording } from './record.ts';
import type { TocEntry } from './rendered.ts';
import type { ProcessWork } from './role-work.ts';
import type { RuleEntry } from './rule-reference.ts';
import type { Triage } from './triage.ts';

/** Path below the base, with a leading and a trailing slash: `/d/RB-INV-0042/`, `/en/docs/guides/start/`. */
export type Route = string;

/** A document as a link shows it, in the version that suits the page that shows the link. */
export interface DocumentLink {
	readonly id: DocumentId;
	readonly kind: DocumentKind;
	readonly lang: LanguageTag;
	readonly title: string;
	readonly summary: string;
	readonly route: Route;
	readonly status?: string;
	/** 'link' or the frontmatter field, for backlinks and relations. */
	readonly relation?: string;
}

/** The lane map of a process document. */
export interface ProcessView {
	readonly lanes: readonly Lane[];
	readonly steps: readonly Step[];
	readonly flows: readonly Flow[];
	/** Lanes as rows, for a wide view. */
	readonly rows: Diagram;
	/** Lanes as columns, for narrow pages and print; left out above five lanes. */
	readonly columns?: Diagram;
	/** Which of the two suits a page on a desk screen better. */
	readonly preferred: 'rows' | 'columns';
	/** BPMN 2.0 with the geometry of `rows`. */
	readonly bpmn: string;
	/** The preferred drawing with the data objects of its steps; left out when no step names any. */
	readonly withData?: Diagram;
}

/** One document in one language, as the site shows it. */
export interface Page {
	readonly key: DocumentKey;
	readonly id: DocumentId;
	readonly kind: DocumentKind;
	readonly lang: LanguageTag;
	readonly route: Route;
	readonly file: string;
	readonly title: string;
	readonly summary: string;
	readonly frontmatter: Frontmatter;
	/** Values of the fields that mainstay.yaml adds to the kind, with their labels in the page's language. */
	readonly ownFields: readonly { readonly label: string; readonly value: string }[];
	readonly html: string;
	readonly toc: readonly TocEntry[];
	readonly procedure: readonly ProcedureStep[];
	/** Other languages of this document. */
	readonly translations: readonly { readonly lang: LanguageTag; readonly route: Route }[];
	/** From the home page down, without home and without this page. */
	readonly breadcrumbs: readonly { readonly title: string; readonly route: Route }[];
	/** Every document that the frontmatter names, by id, for headers and step lists. */
	readonly refs: Readonly<Record<DocumentId, DocumentLink>>;
	readonly related: readonly DocumentLink[];
	readonly backlinks: readonly DocumentLink[];
	/** Children in the process hierarchy. */
	readonly children: readonly DocumentLink[];
	readonly process?: ProcessView;
	/** What the whole set says of the steps of this process. */
	readonly overlays?: OverlayView;
	readonly lastChanged?: string;
	/** The site imports this file through MDX instead of using `html`. Absolute path. */
	readonly trustedMdx?: string;
	/** Hash of all that this page shows of its own: unchanged hash and unchanged shell, unchanged file. */
	readonly hash: string;
}

/** A node of the process hierarchy, in one language. */
export interface ProcessNode extends DocumentLink {
	readonly level: number;
	readonly owner?: string;
	readonly facts: ProcessFacts;
	readonly children: readonly ProcessNode[];
}

/** A document as the listings and facets see it: {@link DocumentLink} plus the facet values. */
export interface ListEntry extends DocumentLink {
	readonly modules: readonly string[];
	readonly systems: readonly string[];
	readonly owner?: string;
	readonly severity?: string;
	readonly exceptionClass?: string;
	readonly logType?: string;
	readonly wricef?: string;
	readonly stage?: string;
	readonly phase?: string;
	readonly date?: string;
	readonly outcome?: string;
	readonly upgradeRisk?: string;
	readonly level?: number;
}

/** What the listings, home and the map show in one interface language. */
export interface LanguageView {
	readonly lang: LanguageTag;
	readonly interfaceLanguage: InterfaceLanguage;
	/** '' for the default language, else `/en`. */
	readonly prefix: string;
	/** One entry per document id, in this language where it exists, else in the original. Sorted by kind, then id or title. */
	readonly entries: readonly ListEntry[];
	readonly processes: readonly ProcessNode[];
	/** What the whole set says of each process and everything below it. */
	readonly overlays?: OverlaySums;
	/** The steps of all processes by role and by data object. */
	readonly work: ProcessWork;
	/** Folder pages (`index.md`) and pages as a tree, for knowledge bases that are mostly pages. */
	readonly navigation: NavigationTree;
}

export interface NavigationTree {
	readonly title: string;
	readonly route?: Route;
	readonly children: readonly NavigationTree[];
}

/** Labels of fields and enum values from the schemas: `field.severity`, `severity.S1`, `kind.runbook`… */
export type LabelTable = Readonly<Record<string, Labels>>;

export interface AssetCopy {
	/** Absolute path to read. */
	readonly from: string;
	/** Path below the output folder. */
	readonly to: string;
	/** Of the content, where it is known: an unchanged one is taken over from the last output. */
	readonly hash?: string;
}

export interface Redirect {
	readonly from: Route;
	readonly to: Route;
}

/** Words that mean one thing. */
export interface GlossaryTerm {
	/** Element id on the glossary page, unique there. */
	readonly anchor: string;
	/** The preferred word first, then synonyms and abbreviations. */
	readonly words: Readonly<Record<InterfaceLanguage, readonly string[]>>;
}

/** What the glossary page shows. */
export interface Glossary {
	/** Built-in terms by field of work: `finance`, `supply`… */
	readonly sections: readonly { readonly field: string; readonly terms: readonly GlossaryTerm[] }[];
	/** The knowledge base's own synonyms, as configured. */
	readonly own: readonly { readonly anchor: string; readonly words: readonly string[] }[];
}

/** Everything the Astro pages receive. Plain data in process memory. */
export interface SiteModel {
	readonly title: LocalizedText;
	readonly languages: readonly LanguageTag[];
	readonly defaultLanguage: LanguageTag;
	/** `/` or `/path/`. */
	readonly base: string;
	/** The day of the build, YYYY-MM-DD: due dates and ages are judged by it. Not part of the shell: a page shows what follows from it. */
	readonly asOf: string;
	/** Absolute origin for sitemap and hreflang, when the user gave one. */
	readonly siteUrl?: string;
	readonly generator: string;
	readonly pages: readonly Page[];
	readonly views: readonly LanguageView[];
	readonly modules: Readonly<Record<string, LocalizedText>>;
	readonly systems: Readonly<Record<string, LocalizedText>>;
	readonly roles: Readonly<Record<string, LocalizedText>>;
	readonly labels: LabelTable;
	/** Left out, there are no boards: a folder of plain pages has none. */
	readonly boards?: Boards;
	/** Left out, there is no triage page: a knowledge base without runbooks has nowhere to lead to. */
	readonly triage?: Triage;
	/** Left out, there is no glossary page. */
	readonly glossary?: Glossary;
	/** Left out, the site has no pages on the codes of `check`. */
	readonly ruleReference?: readonly RuleEntry[];
	/** Where records go; left out, they are copied or saved by hand. */
	readonly recording?: Recording;
	readonly redirects: readonly Redirect[];
	/** `dev` only: shown as an overlay. */
	readonly diagnostics: readonly Diagnostic[];
	/** While writing: counts the states of the knowledge base, so that an open page can say which one it shows. */
	readonly revision?: number;
	/** Hash of all that every page shows: title, vocabulary, navigation, base. */
	readonly shellHash: string;
}
