// The icons of the interface, named by what they stand for. Only this file knows the icon library.
import {
  AlertTriangle,
  Archive,
  ArrowRight,
  CalendarDays,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  CircleAlert,
  CircleQuestionMark,
  Clock,
  Compass,
  FileText,
  FolderOpen,
  Footprints,
  LockKeyhole,
  Minus,
  Monitor,
  Moon,
  MoreHorizontal,
  Pencil,
  Plus,
  Redo2,
  Search,
  Settings2,
  Sun,
  Trash2,
  Undo2,
  Users,
  X,
} from 'lucide-react';

const drawings = {
  alert: AlertTriangle,
  archive: Archive,
  arrow: ArrowRight,
  calendar: CalendarDays,
  check: Check,
  close: X,
  clock: Clock,
  compass: Compass,
  document: FileText,
  down: ChevronDown,
  edit: Pencil,
  error: CircleAlert,
  folder: FolderOpen,
  help: CircleQuestionMark,
  left: ChevronLeft,
  lock: LockKeyhole,
  minus: Minus,
  moon: Moon,
  more: MoreHorizontal,
  phases: Footprints,
  plus: Plus,
  redo: Redo2,
  right: ChevronRight,
  screen: Monitor,
  search: Search,
  settings: Settings2,
  sun: Sun,
  trash: Trash2,
  undo: Undo2,
  users: Users,
} as const;

export type IconName = keyof typeof drawings;

type IconProps = { readonly name: IconName; readonly size?: 12 | 14 | 16 | 20 };

/** A decorative drawing: the words beside it carry the meaning, so screen readers skip it. */
export function Icon({ name, size = 16 }: IconProps) {
  const Drawing = drawings[name];
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" className="icon" />;
}
