import type { Desktop } from '../../../preload/contract';
import type { Found } from '../../workspace/backup/find-store';
import { RestorePane, sourceOf } from './RestorePane';

/** The restore page that a start shows in the place of the project. */
export default function RestoreAtStart({
  found,
  desktop,
}: {
  readonly found: Found;
  readonly desktop: Desktop;
}) {
  return <RestorePane source={sourceOf(found, desktop)} found={found} />;
}
