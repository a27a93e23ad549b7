/** Pages are built without a clock; dates that have passed are marked when they are read. */
export function markDue(): void {
	const now = new Date();
	const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
	for (const element of document.querySelectorAll<HTMLElement>('[data-due]')) {
		const { due = '', overdue = '' } = element.dataset;
		if (due >= today) continue;
		const mark = document.createElement('b');
		mark.className = 'overdue';
		mark.textContent = overdue;
		element.append(' ', mark);
	}
}
