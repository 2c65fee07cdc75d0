// A sentence that describes a state and offers what to do about it.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import type { Tone } from './Tag.tsx';
import './notice.css';

type NoticeProps = {
  readonly children: ReactNode;
  readonly tone?: Exclude<Tone, 'neutral'> | 'sunken';
  readonly icon?: IconName;
  readonly isAnnounced?: boolean;
};

/** A sentence on a tinted background; `isAnnounced` makes screen readers say it when it appears. */
export function Notice({ children, tone = 'accent', icon, isAnnounced }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} {...(isAnnounced ? { role: 'status' } : {})}>
      {icon ? <Icon name={icon} /> : null}
      <div className="notice-words">{children}</div>
    </div>
  );
}
