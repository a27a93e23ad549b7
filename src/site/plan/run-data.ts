import type { Page, SiteModel } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import { flagOf, numberOf, recordsOf, textOf, textsOf } from './read.ts';

/** A page as a record names it. */
export interface SubjectData {
	readonly id: string;
	readonly kind: string;
	readonly title: string;
	/** Of the page; a record is written in it. */
	readonly lang: string;
	/** File name of the document without folder, language and ending. */
	readonly slug: string;
	/** Day of the last change. */
	readonly version?: string;
	readonly owner?: string;
	readonly modules: readonly string[];
	readonly systems: readonly string[];
}

export interface RunParameter {
	readonly name: string;
	readonly label: string;
	readonly example: string;
	readonly pattern?: string;
	readonly secret: boolean;
}

/** What the run script needs to know of a runbook; the rest it reads from the page. */
export interface RunData extends SubjectData {
	readonly minutes?: number;
	readonly severity?: string;
	readonly exceptionClass?: string;
	readonly steps: readonly {
		readonly id: string;
		readonly title: string;
		readonly risk: string;
		readonly minutes?: number;
	}[];
	readonly parameters: readonly RunParameter[];
	readonly escalation: readonly {
		readonly after: number;
		readonly to: string;
		readonly channel?: string;
	}[];
	readonly places: readonly { readonly process: string; readonly step?: string; readonly title: string }[];
}

export function subjectData(page: Page): SubjectData {
	const fields = page.kind === 'page' ? {} : page.frontmatter;
	const owner = textOf(fields, 'owner');
	return {
		id: page.kind === 'page' ? '' : page.id,
		kind: page.kind,
		title: page.title,
		lang: page.lang,
		slug: slugOf(page),
		...(page.lastChanged ? { version: page.lastChanged.slice(0, 10) } : {}),
		...(owner ? { owner } : {}),
		modules: textsOf(fields, 'modules'),
		systems: textsOf(fields, 'systems'),
	};
}

/** A page that is no document: home, a list, a board. */
export function pageSubject(title: string, lang: string): SubjectData {
	return { id: '', kind: 'page', title, lang, slug: '', modules: [], systems: [] };
}

function slugOf(page: Page): string {
	const name = page.file.split('/').at(-1) ?? '';
	const bare = name.replace(/\.mdx?$/, '');
	return bare.endsWith(`.${page.lang}`) ? bare.slice(0, -page.lang.length - 1) : bare;
}

export function runData(page: Page, labels: SiteLabels): RunData {
	const fields = page.frontmatter;
	const minutes = numberOf(fields, 'minutes');
	const severity = textOf(fields, 'severity');
	const exceptionClass = textOf(fields, 'exceptionClass');
	return {
		...subjectData(page),
		...(minutes === undefined ? {} : { minutes }),
		...(severity ? { severity } : {}),
		...(exceptionClass ? { exceptionClass } : {}),
		steps: page.procedure.map(({ id, title, risk, minutes }) => ({
			id,
			title,
			risk,
			...(minutes === undefined ? {} : { minutes }),
		})),
		parameters: parametersOf(page),
		escalation: recordsOf(fields, 'escalation').map((level) => {
			const channel = textOf(level, 'channel');
			const vendor = textOf(level, 'vendor');
			return {
				after: numberOf(level, 'afterMinutes') ?? 0,
				to: labels.role(textOf(level, 'to') ?? '') + (vendor ? ` · ${vendor}` : ''),
				...(channel ? { channel } : {}),
			};
		}),
		places: recordsOf(fields, 'processes').flatMap((place) => {
			const process = textOf(place, 'process');
			const step = textOf(place, 'step');
			if (!process) return [];
			return [{ process, title: page.refs[process]?.title ?? process, ...(step ? { step } : {}) }];
		}),
	};
}

/** Names that say by themselves that a value is nobody's business. */
const SECRET =
	/pass(?:word|wd|phrase)?(?:$|[^a-z])|pwd|secret|token|api[-_ ]?key|private[-_ ]?key|credential|密码|密碼|口令|令牌|权杖|權杖|密钥|密鑰|金鑰|验证码|驗證碼/i;

/** The parameters of a runbook; secret by declaration or by name. */
export function parametersOf(page: Page): RunParameter[] {
	return recordsOf(page.frontmatter, 'parameters').flatMap((each) => {
		const name = textOf(each, 'name');
		if (!name) return [];
		const label = textOf(each, 'label') ?? name;
		const pattern = textOf(each, 'pattern');
		return [
			{
				name,
				label,
				example: textOf(each, 'example') ?? '',
				...(pattern ? { pattern } : {}),
				secret: flagOf(each, 'secret') ?? (SECRET.test(name) || SECRET.test(label)),
			},
		];
	});
}

/** Highest number in use per group of system log ids: `{"2026": 112}`. */
export function logNumbers(model: SiteModel): Record<string, number> {
	const numbers: Record<string, number> = {};
	for (const { id, kind } of model.pages) {
		const match = kind === 'system-log' ? /^LOG-([A-Z0-9]{1,8})-(\d{3,6})$/.exec(id) : null;
		if (match?.[1]) numbers[match[1]] = Math.max(numbers[match[1]] ?? 0, Number(match[2]));
	}
	return numbers;
}
