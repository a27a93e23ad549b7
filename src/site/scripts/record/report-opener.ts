import type { SubjectData } from '../../plan/run-data.ts';

/** The form is fetched when somebody asks for it: few readers of a page do. */
for (const trigger of document.querySelectorAll<HTMLElement>('[data-report-open]')) {
	trigger.addEventListener('click', () => {
		const holder = document.querySelector<HTMLElement>('[data-report]');
		const { report, recordUrl } = holder?.dataset ?? {};
		if (!report || !recordUrl) return;
		void import('./report.ts').then(({ openReport }) =>
			openReport(JSON.parse(report) as SubjectData, recordUrl),
		);
	});
}
