import Circle from 'lucide-react/icons/circle';
import CircleCheck from 'lucide-react/icons/circle-check';
import Contrast from 'lucide-react/icons/contrast';
import type { ShownStatus } from '../../core/work-status';
import css from './WorkMark.module.css';

const icons = { new: Circle, 'in-work': Contrast, done: CircleCheck } as const satisfies Readonly<
  Record<ShownStatus, unknown>
>;

/** The mark of a work status, told by its shape: a hollow circle, a half one, a check. The words stand beside it. */
export function WorkMark({ status }: { readonly status: ShownStatus }) {
  const Icon = icons[status];
  return <Icon size={13} className={css.mark} data-status={status} aria-hidden="true" />;
}
