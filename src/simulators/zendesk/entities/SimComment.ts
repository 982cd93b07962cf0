import type { Via } from './Via';

export type SimComment = {
  id: number;
  ticket_id: number;
  audit_id: number;
  author_id: number;
  body: string;
  public: boolean;
  via: Via;
  created_at: string;
};
