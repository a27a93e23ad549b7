/** English words that carry no subject, as written. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	(
		'a about after again all also am an and any are as at be been but by can cannot could did do does for from get ' +
		'got had has have how i if in into is it its just me my no not now of off on or our out please s so some t than ' +
		'that the their them then there these they this to too up us use was we were what when where which while who ' +
		'why will with would you your'
	).split(' '),
);

/**
 * Chinese phrases that ask rather than name, simplified, longest first. They are blanked out of a query before it
 * is cut, unless nothing else would be left.
 */
export const ASKING: RegExp =
	/怎么处理|如何处理|怎么解决|如何解决|怎么回事|怎么办|怎么样|为什么|是什么|什么是|怎么|怎样|如何|为何|请问|请教|一直|以后|之后|时候|的时候|了吗|吗|呢|吧/gu;

/** A query that ends so asks for a document of this kind; the words before say which. Simplified. */
export const ASKS_FOR_PROCESS: RegExp = /的?流程图?(?:是什么|是怎样的)?\s*$|\bprocess(?:es)?\s*$/iu;
