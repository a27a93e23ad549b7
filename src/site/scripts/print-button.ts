/** Opens the browser's print dialog: the style sheet has a sheet of paper for such pages. */
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
	button.addEventListener('click', () => print());
}
