/** A mail that a trigger sent (`notification_user`); nothing leaves the simulator. */
export type SimMail = {
  id: number;
  ticket_id: number;
  trigger_id: number;
  trigger_title: string;
  to_user_id: number;
  to: string;
  subject: string;
  body: string;
  created_at: string;
};
