// What a scene is: a name and a function from the sheet's size to SVG.
export type Scenes = Record<string, (w: number, h: number) => string>
