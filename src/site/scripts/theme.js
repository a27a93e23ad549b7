// Runs before the first paint, so that a remembered appearance never flashes the other one.
(() => {
	const root = document.documentElement;
	root.classList.add('js');
	try {
		const theme = localStorage.getItem('mainstay-theme');
		if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
	} catch {
		// Storage may be forbidden; the system's preference stands then.
	}
})();
