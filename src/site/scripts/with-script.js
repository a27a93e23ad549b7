// Runs before what follows it is painted: what needs a script is there only with one.
document.currentScript?.parentElement?.classList.add('js');
