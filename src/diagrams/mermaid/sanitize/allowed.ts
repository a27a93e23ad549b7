const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements of a drawing. Nothing that runs, loads, animates attributes, or holds HTML. */
export const TAGS = words(`
	svg g defs symbol use a title desc path rect circle ellipse line polyline polygon text tspan textPath
	marker linearGradient radialGradient stop clipPath mask pattern switch image style filter
	feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
	feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
	feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`);

/** Properties that may stand in a `style` attribute, a rule, or as an attribute of the same name. */
export const PROPERTIES = words(`
	alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters
	cursor direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity
	font-family font-size font-style font-variant font-weight font-stretch isolation letter-spacing lighting-color
	marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity paint-order
	shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
	stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform
	transform-box transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode`);

/** Attributes besides the properties. */
export const ATTRIBUTES = words(`
	id class style viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points dx dy rotate textLength
	lengthAdjust pathLength preserveAspectRatio gradientUnits gradientTransform spreadMethod offset
	patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
	markerUnits markerWidth markerHeight refX refY orient startOffset method spacing side
	filterUnits primitiveUnits in in2 result type values mode operator k1 k2 k3 k4 stdDeviation radius
	tableValues slope intercept amplitude exponent order kernelMatrix divisor bias targetX targetY edgeMode
	preserveAlpha surfaceScale specularConstant specularExponent diffuseConstant scale xChannelSelector
	yChannelSelector baseFrequency numOctaves seed stitchTiles azimuth elevation z pointsAtX pointsAtY pointsAtZ
	limitingConeAngle role lang tabindex focusable xml:space version baseProfile
	systemLanguage aria-label aria-labelledby aria-describedby aria-hidden aria-roledescription href`);

/** Functions that a value may call; the argument of `url` is checked besides. */
export const FUNCTIONS = words(`
	rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp
	url matrix translate translateX translateY scale scaleX scaleY rotate skew skewX skewY
	drop-shadow blur brightness contrast grayscale opacity saturate invert sepia hue-rotate`);
