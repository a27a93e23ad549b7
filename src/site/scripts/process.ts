import './zoom.ts';
import { wireExports } from './process-export.ts';
import { followAddress } from './process-highlight.ts';
import { wireKeys } from './process-keys.ts';
import { wireLaneNames } from './process-lanes.ts';
import { wirePanel } from './process-panel.ts';
import { wireReturn } from './process-return.ts';
import { wireSwitch } from './process-switch.ts';

/** What a process page does beyond being read: the drawing, its panel and the step list as one. */
const figure = document.querySelector<HTMLElement>('.process-diagram');
if (figure) {
	wireSwitch(figure);
	const panel = wirePanel(figure);
	wireKeys(figure, panel);
	wireLaneNames(figure);
	wireExports(figure);
	followAddress(figure);
	wireReturn(figure);
}
