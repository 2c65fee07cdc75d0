// The rendering worker with the built-ins that the oldest Electron lacks.
import './built-ins.ts';
import '../../main/documents/render-worker.ts';
