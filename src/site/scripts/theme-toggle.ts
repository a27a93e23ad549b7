/** The button in the header: turns to the other appearance and remembers it. */
export function wireTheme(): void {
	const root = document.documentElement;
	for (const button of document.querySelectorAll('[data-theme-toggle]')) {
		button.addEventListener('click', () => {
			const now =
				root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
			const next = now === 'dark' ? 'light' : 'dark';
			root.dataset['theme'] = next;
			try {
				localStorage.setItem('mainstay-theme', next);
			} catch {
				// Not remembered where storage is forbidden.
			}
		});
	}
}
